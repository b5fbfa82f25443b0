import type { DocumentId, HighlightId, LibraryId, NoteId, ThemeId } from './ids.ts'

/** What a link can lead to. `offset` counts UTF-16 code units of the reading text. */
export type LinkTarget =
	| { readonly kind: 'document'; readonly document: DocumentId; readonly offset: number | null }
	| { readonly kind: 'highlight'; readonly highlight: HighlightId }
	| { readonly kind: 'theme'; readonly theme: ThemeId }
	| { readonly kind: 'note'; readonly note: NoteId }

/** An address that opens Commonplace at a place in one library. */
export interface Link {
	readonly library: LibraryId
	readonly target: LinkTarget
}

/** @returns such as `commonplace://LIBRARY/highlight/ID` or `commonplace://LIBRARY/document/ID?at=120` */
export function formatLink({ library, target }: Link): string {
	const address = (kind: string, id: string) => `commonplace://${library}/${kind}/${id}`
	switch (target.kind) {
		case 'document':
			return address('document', target.document) + (target.offset === null ? '' : `?at=${target.offset}`)
		case 'highlight':
			return address('highlight', target.highlight)
		case 'theme':
			return address('theme', target.theme)
		case 'note':
			return address('note', target.note)
	}
}

/** The inverse of `formatLink`; null for anything else. Systems may have changed the case of the scheme. */
export function parseLink(text: string): Link | null {
	const match = /^commonplace:\/\/([\w-]{1,64})\/(\w+)\/([\w-]{1,64})(?:\?at=(\d{1,15}))?$/i.exec(text)
	if (match === null) return null
	const [, library = '', kind, id = '', at] = match
	const target = targetOf(kind, id, at)
	return target === null ? null : { library: library.toLowerCase() as LibraryId, target }
}

function targetOf(kind: string | undefined, id: string, at: string | undefined): LinkTarget | null {
	if (kind === 'document')
		return { kind, document: id as DocumentId, offset: at === undefined ? null : Number(at) }
	if (at !== undefined) return null
	if (kind === 'highlight') return { kind, highlight: id as HighlightId }
	if (kind === 'theme') return { kind, theme: id as ThemeId }
	if (kind === 'note') return { kind, note: id as NoteId }
	return null
}
