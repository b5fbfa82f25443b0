import type { Comment } from '../hast/walker.ts'
import { attribute, children, type XmlElement } from '../xml/xml.ts'
import { linesOf } from './plain.ts'
import { isOn } from './properties.ts'

/**
 * The comments of a document by their ids. Answers stand below the comment that they answer, with their
 * authors; what is settled stays, and says so.
 *
 * @param extended root of the part that knows which comment answers which (`w15:commentEx`)
 */
export function readComments(root: XmlElement, extended: XmlElement | null): ReadonlyMap<string, Comment> {
	const links = new Map<string, { readonly parent: string | null; readonly done: boolean }>()
	for (const each of extended === null ? [] : children(extended, 'commentEx')) {
		const id = attribute(each, 'paraId')
		if (id === null) continue
		const done = attribute(each, 'done')
		links.set(id, { parent: attribute(each, 'paraIdParent'), done: done !== null && isOn(done) })
	}
	const comments = children(root, 'comment').map((element) => commentOf(element))
	const byParagraph = new Map(comments.flatMap((each) => each.paragraphs.map((id) => [id, each] as const)))
	const answers = new Map<string, ReadComment[]>()
	const found = new Map<string, ReadComment>()
	for (const comment of comments) {
		const link = links.get(comment.paragraphs.at(-1) ?? '')
		const parent = link?.parent == null ? undefined : byParagraph.get(link.parent)
		if (parent === undefined || parent === comment) found.set(comment.id, comment)
		else answers.set(parent.id, [...(answers.get(parent.id) ?? []), comment])
	}
	return new Map(
		[...found].map(([id, comment]) => {
			const isDone = links.get(comment.paragraphs.at(-1) ?? '')?.done === true
			const said = [comment.text, ...(answers.get(id) ?? []).map(answer), ...(isDone ? ['(Resolved)'] : [])]
			const note = said.filter((each) => each !== '').join('\n\n')
			return [id, { note, author: comment.author, at: comment.at }]
		}),
	)
}

interface ReadComment {
	readonly id: string
	readonly text: string
	readonly author: string | null
	readonly at: number | null
	readonly paragraphs: readonly string[]
}

function commentOf(element: XmlElement): ReadComment {
	const date = Date.parse(attribute(element, 'date') ?? '')
	return {
		id: attribute(element, 'id') ?? '',
		text: linesOf(element).join('\n\n'),
		author: attribute(element, 'author')?.trim() || null,
		at: Number.isNaN(date) ? null : date,
		paragraphs: children(element, 'p').flatMap((each) => attribute(each, 'paraId') ?? []),
	}
}

const answer = ({ author, text }: ReadComment): string => (author === null ? text : `${author}: ${text}`)
