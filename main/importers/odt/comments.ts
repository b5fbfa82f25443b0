import type { Comment } from '../hast/walker.ts'
import { attribute, child, children, descendants, textOf, type XmlElement } from '../xml/xml.ts'

/** The comments of a text: which place belongs to which, and what they say. */
export interface Comments {
	/** By the names that the tree gives them. */
	readonly all: ReadonlyMap<string, Comment>
	/** The name of an `office:annotation`, and whether its passage ends at a place of its own; null for answers. */
	of(element: XmlElement): { readonly name: string; readonly hasEnd: boolean } | null
}

/** Answers stand below the comment that they answer, with their authors; what is settled says so. */
export function readComments(content: XmlElement): Comments {
	const ends = new Set<string>()
	const found: XmlElement[] = []
	for (const element of descendants(content))
		if (element.name === 'annotation' && child(element, 'p') !== null) found.push(element)
		else if (element.name === 'annotation-end') ends.add(attribute(element, 'name') ?? '')
	const names = new Map<XmlElement, string>()
	const answers = new Map<string, XmlElement[]>()
	const own = new Set(found.map((each) => attribute(each, 'name')))
	for (const [at, element] of found.entries()) {
		const parent = attribute(element, 'parent-name')
		if (parent !== null && own.has(parent) && parent !== attribute(element, 'name'))
			answers.set(parent, [...(answers.get(parent) ?? []), element])
		else names.set(element, attribute(element, 'name') ?? `\0${at}`)
	}
	const all = new Map<string, Comment>()
	for (const [element, name] of names) {
		const date = Date.parse(said(element, 'date') ?? '')
		const isDone = attribute(element, 'resolved') === 'true'
		const note = [
			lines(element),
			...(answers.get(name) ?? []).map((each) => {
				const author = said(each, 'creator')
				return author === null ? lines(each) : `${author}: ${lines(each)}`
			}),
			...(isDone ? ['(Resolved)'] : []),
		]
		all.set(name, {
			note: note.filter((each) => each !== '').join('\n\n'),
			author: said(element, 'creator'),
			at: Number.isNaN(date) ? null : date,
		})
	}
	return {
		all,
		of(element) {
			const name = names.get(element)
			return name === undefined ? null : { name, hasEnd: ends.has(name) }
		},
	}
}

function said(element: XmlElement, name: string): string | null {
	const found = child(element, name)
	return found === null ? null : textOf(found).trim() || null
}

/** The paragraphs of a comment, also those in lists. */
function lines(element: XmlElement): string {
	const found: string[] = []
	for (const inner of children(element))
		if (inner.name === 'p') found.push(textOf(inner).replace(/\s+/g, ' ').trim())
		else if (inner.name === 'list')
			for (const each of descendants(inner))
				if (each.name === 'p') found.push(textOf(each).replace(/\s+/g, ' ').trim())
	return found.filter((line) => line !== '').join('\n\n')
}
