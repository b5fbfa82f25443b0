import type { Element, Root } from 'hast'
import { isPageBreak } from '../hast/shapes.ts'
import { elements, make } from '../hast/tree.ts'

/**
 * Puts a page break where each printed page begins, by its label and the id of the element that it begins
 * at. Where the text has a break of its own there, that one gets the label.
 */
export function placePages(tree: Root, pages: ReadonlyMap<string, string>): void {
	if (pages.size === 0) return
	for (const element of elements(tree)) {
		const label = pages.get(idOf(element))
		if (label === undefined) continue
		if (isPageBreak(element)) element.properties['ariaLabel'] = label
		else element.children.unshift(pageBreak(label))
	}
}

const pageBreak = (label: string): Element => make('span', { role: 'doc-pagebreak', ariaLabel: label })

const idOf = ({ properties }: Element): string => String(properties['id'] ?? properties['name'] ?? '')
