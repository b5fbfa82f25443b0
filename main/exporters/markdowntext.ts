/**
 * Text as Markdown that renders as that very text, in CommonMark and in the dialects of note-takers.
 */

const named = /&(?=#?\w+;)/g
const always = /[\\`*[\]<~]/g
/** Doubled signs that dialects read as marks: strikethrough, highlight, comment, block reference, macro. */
const doubled = /==|%%|\(\(|\{\{|::|\$(?=.*\$)/g
const tag = /(^|\s)#(?=\S)/g
const mention = /(^|[^\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu
const underscore = /(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu
const blockId = /(^|\s)\^(?=[\w-]+$)/
const lineStart = /^([-+](?=\s|$)|[#>|](?=.|$)|-(?=-)|=(?=[=\s]*$)|:(?=\s))/
const numberStart = /^(\d{1,9})([.)])(?=\s|$)/

/** The spaces and tabs at a line's ends, which Markdown would take away, as character references. */
const keepEdges = (line: string): string =>
	line.replace(/^[ \t]+|[ \t]+$/g, (edge) => edge.replaceAll(' ', '&#32;').replaceAll('\t', '&#9;'))

/**
 * Where GitHub's dialect would make a link of bare words, it reads backslashes in them as part of the
 * address: such words must not look like addresses.
 */
const breakAddresses = (line: string): string =>
	line.replace(/\S*[\\&]\S*/g, (word) =>
		word
			.replace(/:\/\//g, '\\://')
			.replace(/www\./gi, (start) => `${start.slice(0, 3)}\\.`)
			.replace(/(?<!\\)@/g, '\\@'),
	)

/** @param line without line feeds */
export function escapeLine(line: string): string {
	const escaped = line
		.replace(always, '\\$&')
		.replace(named, '&amp;')
		.replace(doubled, (signs) => `\\${signs[0]}${signs.slice(1)}`)
		.replace(tag, '$1\\#')
		.replace(mention, '$1\\@')
		.replace(underscore, '\\_')
		.replace(blockId, '$1\\^')
		.replace(lineStart, '\\$1')
		.replace(numberStart, '$1\\$2')
	return breakAddresses(keepEdges(escaped))
}

/**
 * A passage's text as Markdown paragraphs: one for each line of it. Empty lines fall away, as between
 * paragraphs. U+FFFC, where a picture stands, becomes a word.
 */
export function escapeMarkdown(text: string): string {
	return text
		.split('\n')
		.filter((line) => line.trim() !== '')
		.map((line) => escapeLine(line.replaceAll('\ufffc', '(picture)')))
		.join('\n\n')
}

/** Puts a text into a block quotation of one more level. */
export function quoted(markdown: string): string {
	return markdown
		.split('\n')
		.map((line) => (line === '' ? '>' : `> ${line}`))
		.join('\n')
}

/** Moves all lines but the first to the right, as the later lines of a list item must stand. */
export function hanging(markdown: string, columns: number): string {
	const indent = ' '.repeat(columns)
	return markdown.replace(/\n(?=[^\n])/g, `\n${indent}`)
}

/** On one line, for headings and list items. */
export function inline(text: string): string {
	return escapeLine(text.replace(/\s+/g, ' ').trim())
}
