import { UserError } from '../../corpus/errors.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import { decode } from './decoding/decode.ts'
import { foreignKind, foreignMarkup } from './foreign.ts'
import { htmlImporter } from './html.ts'
import type { Importer } from './importer.ts'
import { markdownImporter } from './markdown.ts'
import { formats, type ParseOptions } from './protocol.ts'
import { textImporter } from './text.ts'

/** Every format, one line each. The first that recognises a text or has its ending reads it. */
const importers: readonly Importer[] = [htmlImporter, markdownImporter, textImporter]

export interface ImportInput {
	readonly fileName: string
	readonly bytes: Uint8Array
	readonly options: ParseOptions
}

/**
 * The documents in one file. The bytes decide on the format, then the ending; a text of unknown ending
 * is plain text.
 *
 * @throws UserError `refused` with a sentence that says what the file is
 */
export function importFile({ fileName, bytes, options }: ImportInput): readonly ParsedDocument[] {
	if (bytes.length === 0) throw refusal(fileName, 'is empty')
	const foreign = foreignKind(bytes)
	if (foreign !== null) throw refusal(fileName, `is ${foreign}`)
	const ending = endingOf(fileName)
	const named = importers.find((importer) =>
		options.format === undefined ? importer.endings.includes(ending) : importer.name === options.format,
	)
	const decoded = decode(bytes, named?.isMarkup === true || looksLikeMarkup(bytes))
	if (decoded === null) throw refusal(fileName, 'is no text')
	const { text, encoding, sure } = decoded
	const beginning = text.slice(0, 4096)
	const recognised =
		options.format === undefined ? importers.find((importer) => importer.recognises(beginning)) : undefined
	const markup = recognised === undefined && named?.isMarkup !== true ? foreignMarkup(beginning) : null
	if (markup !== null && options.format === undefined) throw refusal(fileName, `is ${markup}`)
	const importer = recognised ?? named ?? textImporter
	const warnings = sure ? [] : [doubtful(encoding)]
	const documents = importer.read({ fileName, bytes, text, options })
	if (documents.every((document) => document.text.text === ''))
		throw refusal(fileName, 'holds no text that could be read')
	return documents.map((document) => ({
		...document,
		warnings: [...warnings, ...document.warnings],
		importer: { name: importer.name, version: importer.version },
	}))
}

/** The text of a table's bytes, in whatever encoding; '' where they are no text. */
export const decodeText = (bytes: Uint8Array): string => decode(bytes, false)?.text ?? '\0'

function endingOf(fileName: string): string {
	const dot = fileName.lastIndexOf('.')
	return dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase()
}

/** Begins with a tag, whatever the encoding of the rest. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
	return /^\s*<[!?a-z]/i.test(String.fromCharCode(...bytes.subarray(0, 64)))
}

function refusal(fileName: string, what: string): UserError {
	const names = formats.map((format) => format.name)
	const supported = `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`
	const message = `“${fileName}” ${what}, so nothing was added. Files that can be read: ${supported}.`
	return new UserError('refused', message)
}

const doubtful = (encoding: string): string =>
	`How the letters of this file are encoded is not certain: it was read as ${encoding}. Look whether accented letters are right.`
