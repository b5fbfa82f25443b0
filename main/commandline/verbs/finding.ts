import { isEmptyQuery, parseQuery } from '../../../corpus/query.ts'
import type { SearchGroup, SearchHit } from '../../../preload/calls/search.ts'
import { UsageError } from '../terminal.ts'
import type { Verb } from '../verb.ts'
import { columns } from './library.ts'

const search: Verb = {
	form: 'QUERY',
	about: 'Finds words, "phrases" and prefix* in texts, metadata, notes and themes.',
	words: { least: 1, most: Number.POSITIVE_INFINITY },
	options: {},
	async run(session, given) {
		const asked = given.words.join(' ')
		const query = parseQuery(asked)
		if (isEmptyQuery(query)) throw new UsageError(query.problem ?? 'The query is empty: say a word to find.')
		const found = await session.call('search.find', {
			job: session.job(),
			query: asked,
			order: 'library',
			limit: 1000,
			perDocument: 1000,
		})
		const hits = [
			...found.groups.flatMap((group) => group.hits.map((hit) => documentHit(group, hit))),
			...found.themes.map(({ theme, snippet }) => ({
				...elsewhere,
				kind: 'theme',
				theme,
				snippet: snippet.text,
			})),
			...found.notes.map(({ note, snippet }) => ({
				...elsewhere,
				kind: 'note',
				note,
				snippet: snippet.text,
			})),
		]
		const line = (hit: (typeof hits)[number]) =>
			columns(
				hit.documentId ?? hit.kind,
				hit.start === null ? hit.kind : `${hit.start}–${hit.end}`,
				hit.snippet,
			)
		return {
			lines: hits.map(line),
			json: hits,
			remarks: [
				...(found.problem === null ? [] : [found.problem]),
				...(hits.length === 0 ? ['Nothing was found.'] : []),
			],
		}
	},
}

const elsewhere = { documentId: null, start: null, end: null }

function documentHit(group: SearchGroup, hit: SearchHit) {
	const about = { kind: hit.kind, documentId: group.document, title: group.title, snippet: hit.snippet.text }
	if (hit.kind === 'text') return { ...about, start: hit.start, end: hit.end, place: hit.place }
	if (hit.kind === 'note')
		return { ...about, start: null, end: null, note: hit.note, highlight: hit.highlight }
	return { ...about, start: null, end: null, field: hit.field }
}

export const findingVerbs = { search }
