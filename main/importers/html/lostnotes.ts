import type { Root } from 'hast'
import { targetName } from '../hast/links.ts'
import { findNotes } from '../hast/notes.ts'
import { attribute, elements } from '../hast/tree.ts'

/**
 * An article with the notes at its end that it calls: looking for the article takes lists of references
 * for navigation and leaves them on the page.
 */
export function withNotesOf(page: Root, article: Root): Root {
	const named = new Set<string>()
	const called = new Set<string>()
	for (const element of elements(article)) {
		for (const name of [attribute(element, 'id'), attribute(element, 'name')]) if (name) named.add(name)
		const href = element.tagName === 'a' ? attribute(element, 'href') : undefined
		if (href?.startsWith('#')) called.add(targetName(href))
	}
	const isLost = (id: string) => called.has(id) && !named.has(id)
	if (![...called].some(isLost)) return article
	const lost = [...findNotes(page).bodies].filter(([, { id }]) => isLost(id)).map(([body]) => body)
	return { ...article, children: [...article.children, ...lost] }
}
