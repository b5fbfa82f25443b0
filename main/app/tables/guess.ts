import { foldForIndex, tokensOf } from '../../../corpus/folding.ts'
import { longestFieldName } from '../../../corpus/metadata.ts'
import { type ColumnUse, type TableReading, textTableOf } from '../../../corpus/tablereading.ts'
import { parseVagueDate } from '../../../corpus/vaguedate.ts'
import { fieldsOf } from '../handlers/metadatacolumns.ts'

/** Rows that are looked at. */
const sample = 200
/** Own fields that are proposed: more columns would be a form, not a text with its metadata. */
const mostOwn = 30

/** How columns of texts and of keys are headed, folded and without spaces. */
const textHeadings: ReadonlySet<string> = new Set(
	'text texts fulltext body content contents message comment comments review reviews post tweet answer answers response responses transcript article story statement quote quotation paragraph passage speech utterance texte contenu reponse inhalt antwort texto contenido respuesta noidung vanban traloi'.split(
		' ',
	),
)
const keyHeadings: ReadonlySet<string> = new Set(
	'id ids uid uuid guid key rowid recordid caseid case respondent respondentid participant participantid responseid answerid tweetid postid commentid articleid docid documentid identifier no nr so stt'.split(
		' ',
	),
)

/**
 * What a table's columns seem to be, by their headings first and then by what is in them.
 *
 * @param given whether the first row holds headings; null: that is to be guessed too
 */
export function guessReading(
	rows: readonly (readonly string[])[],
	fromJson: boolean,
	given: boolean | null,
): TableReading {
	const headings = given ?? (fromJson || looksLikeHeadings(rows))
	const { columns, rows: all } = textTableOf(rows, headings)
	const some = all.slice(0, sample)
	const contents = columns.map((_, index) =>
		some.map((row) => row[index] ?? '').filter((cell) => cell !== ''),
	)
	const named = columns.map((column) => foldForIndex(column).replaceAll(' ', ''))
	const fields = headings ? fieldsOf(columns) : columns.map(() => null)
	const uses: (ColumnUse | null)[] = fields.map((field) =>
		field === null || field === 'file' || field === 'citekey' || !isMeant(field, fields)
			? null
			: { kind: 'metadata', field },
	)
	const lengths = contents.map((cells) => average(cells.map((cell) => cell.length)))

	const most = Math.max(...lengths)
	const headed = columns.flatMap((column, index) => {
		const length = lengths[index] ?? 0
		return headings && length > 0 && length * 4 >= most && isTextHeading(column) ? [index] : []
	})
	const texts = headed.length > 0 ? headed : longest(lengths, uses)
	for (const index of texts) uses[index] = { kind: 'text' }

	const key = contents.findIndex(
		(cells, index) =>
			headings &&
			(keyHeadings.has(named[index] ?? '') || fields[index] === 'citekey') &&
			uses[index]?.kind !== 'text' &&
			cells.length === some.length &&
			new Set(cells).size === cells.length,
	)
	if (key >= 0) uses[key] = { kind: 'key' }
	guessByContents(uses, contents)

	const names = new Set<string>()
	const reading = uses.map((use, index): ColumnUse | null => {
		const name = (columns[index] ?? '').replace(/\s+/g, ' ').slice(0, longestFieldName).toWellFormed()
		const isFree = headings && use === null && contents[index]?.length !== 0 && !names.has(name)
		if (!isFree || names.size >= mostOwn || name === '__proto__') return use
		names.add(name)
		return { kind: 'own', name }
	})
	return { headings, columns: reading, markup: markupOf(texts.flatMap((index) => contents[index] ?? [])) }
}

const average = (numbers: readonly number[]): number =>
	numbers.length === 0 ? 0 : numbers.reduce((sum, number) => sum + number, 0) / numbers.length

/** The column with the longest cells; one whose heading says something else only where it is far longer. */
function longest(lengths: readonly number[], uses: readonly (ColumnUse | null)[]): number[] {
	const weights = lengths.map((length, index) => {
		const use = uses[index]
		if (use?.kind !== 'metadata') return length
		if (use.field === 'abstract' || use.field === 'note') return length * 0.8
		return use.field === 'URL' ? 0 : length * 0.3
	})
	const most = Math.max(...weights)
	return most > 0 ? [weights.indexOf(most)] : []
}

/** Places, numbers and pages are those of a publication only where one is named; else they are about people. */
const isMeant = (field: string, fields: readonly (string | null)[]): boolean =>
	!['publisher-place', 'volume', 'issue', 'page'].includes(field) ||
	fields.includes('container-title') ||
	fields.includes('publisher')

/** Whether one of its words says so: `Answer 2`, `Text of the speech`. */
const isTextHeading = (heading: string): boolean => {
	const words = tokensOf(foldForIndex(heading))
	return (
		textHeadings.has(words.join('')) || (words.length <= 6 && words.some((word) => textHeadings.has(word)))
	)
}

/** Names, all different and short, over cells that are of another kind. */
function looksLikeHeadings([first = [], ...rest]: readonly (readonly string[])[]): boolean {
	if (rest.length === 0) return false
	const cells = first.filter((cell) => cell !== '')
	const isNames =
		cells.length >= first.length / 2 &&
		cells.every((cell) => cell.length <= 100 && !/^[\d\s.,:/-]+$|^https?:/i.test(cell)) &&
		new Set(cells).size === cells.length
	if (!isNames) return false
	const known = fieldsOf(first).some((field) => field !== null)
	const folded = cells.map((cell) => foldForIndex(cell).replaceAll(' ', ''))
	if (known || cells.some(isTextHeading) || folded.some((name) => keyHeadings.has(name))) return true
	const below = average(rest.slice(0, sample).flatMap((row) => row.map((cell) => cell.length)))
	return average(cells.map((cell) => cell.length)) < below || cells.every((cell) => cell.length <= 30)
}

/** What cannot be mistaken, whatever stands above it: addresses and dates. */
function guessByContents(uses: (ColumnUse | null)[], contents: readonly (readonly string[])[]): void {
	const take = (field: 'URL' | 'issued', is: (cell: string) => boolean) => {
		if (uses.some((use) => use?.kind === 'metadata' && use.field === field)) return
		const at = contents.findIndex(
			(cells, index) => uses[index] === null && cells.length > 0 && cells.every(is),
		)
		if (at >= 0) uses[at] = { kind: 'metadata', field }
	}
	take('URL', (cell) => /^https?:\/\/\S+$/i.test(cell))
	take('issued', isFullDate)
}

function isFullDate(cell: string): boolean {
	const date = parseVagueDate(cell)
	return date !== null && !('literal' in date) && date.from.length > 1
}

/** HTML where most texts have tags that are closed; Markdown is never sure, so it is the reader's to say. */
function markupOf(texts: readonly string[]): TableReading['markup'] {
	const tagged = texts.filter((text) =>
		/<(p|div|br|span|a|em|strong|b|i|ul|ol|li|h[1-6])\b[^<>]{0,200}>/i.test(text),
	)
	return tagged.length > 0 && tagged.length * 2 >= texts.length ? 'html' : 'plain'
}
