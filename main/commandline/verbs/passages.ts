import type { Theme } from '../../../corpus/entities.ts'
import { UserError } from '../../../corpus/errors.ts'
import type { ThemeId } from '../../../corpus/ids.ts'
import { placesIn } from '../../../corpus/places.ts'
import type { Range } from '../../../corpus/range.ts'
import type { ReadingText } from '../../../corpus/readingtext.ts'
import { formatThemePath, isSameThemeName, namesTo, themeTree } from '../../../corpus/themetree.ts'
import type { PassageQuery } from '../../../preload/calls/passages.ts'
import { quoted } from '../quotes.ts'
import { UsageError } from '../terminal.ts'
import { text, texts, type Verb } from '../verb.ts'
import { columns, documentNamed } from './library.ts'

const themes: Verb = {
	form: '',
	about: 'Lists the themes: id, path, number of highlights.',
	words: { least: 0, most: 0 },
	options: {},
	async run(session) {
		const list = await session.call('themes.list', {})
		const paths = pathsOf(list)
		const rows = list.map((theme) => ({ ...theme, path: paths.get(theme.id) ?? theme.name }))
		rows.sort((a, b) => a.path.localeCompare(b.path))
		return { lines: rows.map((row) => columns(row.id, row.path, String(row.highlights))), json: rows }
	},
}

const highlights: Verb = {
	form: '[--document ID] [--theme NAME]',
	about: 'Lists highlights: id, document, themes, quote.',
	words: { least: 0, most: 0 },
	options: { document: text, theme: text },
	async run(session, given) {
		const list = await session.call('themes.list', {})
		const paths = pathsOf(list)
		const document = given.text('document')
		const theme = given.text('theme')
		const query: PassageQuery = {
			...(document === undefined ? {} : { document: await documentNamed(session, document) }),
			...(theme === undefined ? {} : { theme: themeNamed(theme, list, paths).id }),
		}
		const passages = await session.call('passages.find', query)
		const rows = passages.map(({ highlight, documentTitle, place }) => ({
			id: highlight.id,
			documentId: highlight.document,
			documentTitle,
			start: highlight.anchor.start,
			end: highlight.anchor.end,
			quote: highlight.anchor.quote,
			themes: highlight.taggings.map((tagging) => paths.get(tagging.theme) ?? tagging.theme),
			note: highlight.note?.body ?? null,
			place,
		}))
		return {
			lines: rows.map((row) => columns(row.id, row.documentId, row.themes.join(', '), row.quote)),
			json: rows,
		}
	},
}

/** The path of each theme, such as `trade/tariffs`. */
const pathsOf = (themes: readonly Theme[]): ReadonlyMap<ThemeId, string> =>
	new Map([...themeTree(themes).nodes].map(([id, node]) => [id, formatThemePath(namesTo(node))]))

/** A theme by its path, or by its name alone where only one has it; case does not matter. */
function themeNamed(name: string, themes: readonly Theme[], paths: ReadonlyMap<string, string>): Theme {
	const byPath = themes.filter((theme) => isSameThemeName(paths.get(theme.id) ?? '', name))
	const found = byPath.length > 0 ? byPath : themes.filter((theme) => isSameThemeName(theme.name, name))
	const [theme] = found
	if (theme === undefined) throw new UserError('not-found', `There is no theme “${name}”.`)
	if (found.length > 1) {
		const all = found.map((one) => paths.get(one.id)).join(', ')
		throw new UserError('ambiguous', `Several themes are called “${name}”: say which of ${all}.`)
	}
	return theme
}

const highlight: Verb = {
	form: 'ID --quote TEXT [--prefix TEXT] [--suffix TEXT] [--theme NAME]… [--note TEXT]',
	about: 'Highlights a passage. --theme "trade/tariffs" makes what is missing of that path.',
	words: { least: 1, most: 1 },
	options: { quote: text, prefix: text, suffix: text, theme: texts, note: text },
	async run(session, given) {
		const quote = given.text('quote')
		if (quote === undefined) throw new UsageError('--quote is missing: the words to highlight.')
		const document = await documentNamed(session, given.words[0])
		const reading = await session.call('documents.text', { id: document })
		const range = theOnly(
			quoted(reading.text, {
				quote,
				prefix: given.text('prefix') ?? '',
				suffix: given.text('suffix') ?? '',
			}),
			reading,
		)
		const note = given.text('note')
		const id = await session.call('highlights.create', {
			document,
			...range,
			themes: [],
			paths: [...given.texts('theme')],
			...(note === undefined ? {} : { note }),
		})
		return { lines: [id], json: { id, documentId: document, ...range } }
	},
}

function theOnly(found: readonly Range[], reading: ReadingText): Range {
	const [range] = found
	if (range === undefined)
		throw new UserError('not-found', 'The quote does not stand in this document. Nothing was highlighted.')
	if (found.length === 1) return range
	const place = placesIn(reading)
	const listed = found.slice(0, 20).map((one) => {
		const { page, heading, paragraph } = place(one)
		const where = [page && `page ${page}`, heading && `“${heading}”`, `paragraph ${paragraph}`]
		const before = reading.text.slice(Math.max(0, one.start - 30), one.start)
		const after = reading.text.slice(one.end, one.end + 30)
		return `  ${one.start}–${one.end}: ${where.filter(Boolean).join(', ')}: …${before}[…]${after}…`.replace(
			/\n/g,
			' ',
		)
	})
	const rest = found.length > listed.length ? `\n  and ${found.length - listed.length} more` : ''
	throw new UserError(
		'ambiguous',
		`The quote stands in ${found.length} places. Nothing was highlighted; tell them apart with --prefix or --suffix:\n${listed.join('\n')}${rest}`,
	)
}

export const passageVerbs = { themes, highlights, highlight }
