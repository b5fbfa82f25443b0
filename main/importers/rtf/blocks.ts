import type { Element, ElementContent } from 'hast'
import { make } from '../hast/tree.ts'
import type { Flow, FlowItem, Paragraph } from './flow.ts'
import { type List, type ListLevel, levelOfMarker, numberIn } from './lists.ts'
import type { Style } from './styles.ts'
import { type RowContent, tableOf } from './tables.ts'

/** What a file's head says about its paragraphs. */
export interface Meanings {
	readonly styles: ReadonlyMap<number, Style>
	/** By the numbers of `\ls`. */
	readonly lists: ReadonlyMap<number, List>
}

/** Text boxes in text boxes in text boxes: deeper ones are left out. */
const deepestBox = 5

/** Makes elements of flows: headings, lists, quotations and tables out of what is a mere row of paragraphs. */
export class BlockMaker {
	readonly #meanings: Meanings
	/** The last number given at each level of a list, by the list's id. */
	readonly #numbers = new Map<number, number[]>()

	constructor(meanings: Meanings) {
		this.#meanings = meanings
	}

	blocksOf(items: readonly FlowItem[], boxDepth = 0): Element[] {
		const body = new Sequence(this, boxDepth)
		const tables: OpenTable[] = []
		const within = (depth: number): Sequence => {
			while (tables.length > depth) {
				const table = tables.pop()
				const element = table?.finish()
				if (element) (tables.at(-1)?.cell ?? body).addBlock(element)
			}
			while (tables.length < depth) tables.push(new OpenTable(() => new Sequence(this, boxDepth)))
			return tables.at(-1)?.cell ?? body
		}
		for (const item of items) {
			switch (item.kind) {
				case 'paragraph':
					within(item.format.tables).add(item)
					break
				case 'cell':
					within(item.tables)
					tables.at(-1)?.endCell()
					break
				case 'row':
					within(item.tables)
					tables.at(-1)?.endRow(item.row)
					break
			}
		}
		within(0)
		return body.elements
	}

	boxOf(flow: Flow, boxDepth: number): Element | null {
		return boxDepth >= deepestBox ? null : make('div', {}, ...this.blocksOf(flow.items, boxDepth + 1))
	}

	styleOf(paragraph: Paragraph): Style | undefined {
		return this.#meanings.styles.get(paragraph.format.style)
	}

	/** Of which list and level a paragraph is an item; null: of none. */
	itemOf({ format, marker }: Paragraph): { readonly list: number; readonly level: ListLevel } | null {
		const list = format.list === 0 ? undefined : this.#meanings.lists.get(format.list)
		const level = list?.levels[format.listLevel]
		if (list !== undefined && level !== undefined && level.kind !== 'none') return { list: list.id, level }
		if (marker === null || marker.trim() === '') return null
		return { list: -1 - format.list, level: levelOfMarker(marker) }
	}

	/** The number of an item: as its marker shows it, else one more than the one before it in its list. */
	numberOf(list: number, depth: number, level: ListLevel, marker: string | null): number {
		const numbers = this.#numbers.get(list) ?? []
		this.#numbers.set(list, numbers)
		const shown = marker === null || level.kind !== 'numbers' ? null : numberIn(marker)
		const number = shown ?? (numbers[depth] ?? level.start - 1) + 1
		numbers.length = depth
		numbers[depth] = number
		return number
	}
}

class OpenTable {
	readonly #newCell: () => Sequence
	readonly #rows: RowContent[] = []
	#cells: Element[][] = []
	cell: Sequence

	constructor(newCell: () => Sequence) {
		this.#newCell = newCell
		this.cell = newCell()
	}

	endCell(): void {
		this.#cells.push(this.cell.elements)
		this.cell = this.#newCell()
	}

	endRow(definition: RowContent['definition']): void {
		if (this.cell.elements.length > 0) this.endCell()
		this.#rows.push({ definition, cells: this.#cells })
		this.#cells = []
	}

	finish(): Element | null {
		if (this.cell.elements.length > 0 || this.#cells.length > 0)
			this.endRow({ header: false, left: 0, cells: [] })
		return tableOf(this.#rows)
	}
}

interface OpenList {
	readonly element: Element
	readonly list: number
	readonly depth: number
	readonly ordered: boolean
}

/** Blocks one behind the other, where items of lists and lines of quotations gather. */
class Sequence {
	readonly elements: Element[] = []
	readonly #maker: BlockMaker
	readonly #boxDepth: number
	#lists: OpenList[] = []
	#quotation: Element | null = null

	constructor(maker: BlockMaker, boxDepth: number) {
		this.#maker = maker
		this.#boxDepth = boxDepth
	}

	addBlock(element: Element): void {
		this.#lists = []
		this.#quotation = null
		this.elements.push(element)
	}

	add(paragraph: Paragraph): void {
		const style = this.#maker.styleOf(paragraph)
		const outline = paragraph.format.outline ?? style?.outline ?? null
		const { align, rightToLeft } = paragraph.format
		const properties = {
			...(rightToLeft && { dir: 'rtl' }),
			...(align !== 'left' && !(rightToLeft && align === 'right') && { align }),
		}
		const content = paragraph.content
		if (outline !== null || style?.role === 'title') {
			const level = style?.role === 'title' ? 1 : Math.min(6, (outline ?? 0) + 1)
			// Headings are numbered in their own text.
			const number = numberIn(paragraph.marker ?? '') === null ? '' : `${paragraph.marker?.trim()} `
			this.addBlock(make(`h${level}`, properties, number, ...withoutBold(content)))
		} else if (content.length > 0) {
			const item = this.#maker.itemOf(paragraph)
			if (item !== null) this.#addItem(make('li', properties, ...content), item, paragraph)
			else if (style?.role === 'quotation') this.#quote(make('p', properties, ...content))
			else if (style?.role === 'caption') this.addBlock(make('figcaption', properties, ...content))
			else this.addBlock(make('p', properties, ...content))
		}
		for (const box of paragraph.boxes) {
			const element = this.#maker.boxOf(box, this.#boxDepth)
			if (element !== null) this.addBlock(element)
		}
	}

	#quote(element: Element): void {
		const quotation = this.#quotation ?? make('blockquote')
		if (this.#quotation === null) this.addBlock(quotation)
		this.#quotation = quotation
		quotation.children.push(element)
	}

	#addItem(
		element: Element,
		{ list, level }: { readonly list: number; readonly level: ListLevel },
		{ format, marker }: Paragraph,
	): void {
		const depth = format.listLevel
		const ordered = level.kind === 'numbers'
		const number = this.#maker.numberOf(list, depth, level, marker)
		while ((this.#lists.at(-1)?.depth ?? -1) > depth) this.#lists.pop()
		let open = this.#lists.at(-1)
		if (open !== undefined && open.depth === depth && (open.list !== list || open.ordered !== ordered)) {
			this.#lists.pop()
			open = this.#lists.at(-1)
		}
		if (open === undefined || open.depth < depth) {
			const inner = make(ordered ? 'ol' : 'ul', ordered && number !== 1 ? { start: number } : {})
			const item = open?.element.children.at(-1)
			if (item?.type === 'element') item.children.push(inner)
			else {
				const lists = this.#lists
				this.addBlock(inner)
				this.#lists = lists
			}
			this.#lists.push({ element: inner, list, depth, ordered })
			open = this.#lists.at(-1)
		}
		open?.element.children.push(element)
	}
}

/** That a heading is bold says nothing. */
function withoutBold(content: readonly ElementContent[]): ElementContent[] {
	return content.flatMap((node): ElementContent[] => {
		if (node.type !== 'element') return [node]
		const children = withoutBold(node.children)
		return node.tagName === 'strong' ? children : [{ ...node, children }]
	})
}
