import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DocumentId, HighlightId, LibraryId, NoteId, ThemeId } from '../../corpus/ids.ts'
import { formatLink, type LinkTarget, parseLink } from '../../corpus/links.ts'

const id = fc.uuid({ version: 7 })
const target: fc.Arbitrary<LinkTarget> = fc.oneof(
	fc.record({
		kind: fc.constant('document' as const),
		document: id.map((it) => it as DocumentId),
		offset: fc.option(fc.nat()),
	}),
	fc.record({ kind: fc.constant('highlight' as const), highlight: id.map((it) => it as HighlightId) }),
	fc.record({ kind: fc.constant('theme' as const), theme: id.map((it) => it as ThemeId) }),
	fc.record({ kind: fc.constant('note' as const), note: id.map((it) => it as NoteId) }),
)

describe('links', () => {
	it('lead to where they were made for', () => {
		fc.assert(
			fc.property(id, target, (library, to) => {
				const link = { library: library as LibraryId, target: to }
				expect(parseLink(formatLink(link))).toEqual(link)
			}),
		)
	})

	it('are nothing else', () => {
		for (const text of [
			'',
			'https://example.org',
			'commonplace://',
			'commonplace://a/book/b',
			'commonplace://a/highlight/b?at=1',
			'commonplace://a/highlight/../b',
			'commonplace://a/document/b?at=-1',
			' commonplace://a/note/b',
		])
			expect(parseLink(text)).toBeNull()
	})
})
