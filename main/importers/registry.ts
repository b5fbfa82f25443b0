import { UserError } from '../../corpus/errors.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import { bounded } from './bounded.ts'
import { decode } from './decoding/decode.ts'
import { docxImporter } from './docx.ts'
import { epubImporter } from './epub.ts'
import { foreignKind, foreignMarkup } from './foreign.ts'
import { formatOf, formats, type ImporterName } from './formats.ts'
import { htmlImporter } from './html.ts'
import type { BytesImporter, Imported, Importer, TextImporter } from './importer.ts'
import { markdownImporter } from './markdown.ts'
import { mhtmlImporter } from './mhtml.ts'
import { odtImporter } from './odt.ts'
import { pdfImporter } from './pdf.ts'
import type { ParseOptions } from './protocol.ts'
import { rtfImporter } from './rtf.ts'
import { subtitlesImporter } from './subtitles.ts'
import { tableImporter } from './tables/table.ts'
import { textImporter } from './text.ts'
import { withSpeakers } from './transcripts/speakers.ts'

/** Every importer. The first that recognises a file or has its ending reads it. */
const importers: readonly Importer[] = [
	htmlImporter,
	subtitlesImporter,
	markdownImporter,
	textImporter,
	mhtmlImporter,
	rtfImporter,
	pdfImporter,
	docxImporter,
	odtImporter,
	epubImporter,
	tableImporter,
]

export interface ImportInput {
	readonly fileName: string
	readonly bytes: Uint8Array
	readonly options: ParseOptions
	/** See `BytesSource`. */
	readonly pdfData?: string
}

/**
 * The documents in one file. The bytes decide on the format, then the ending; a text of unknown ending
 * is plain text.
 *
 * @throws UserError `refused` or `unknown-kind` with a sentence that says what the file is; `password` where it is
 * locked
 */
export async function importFile(input: ImportInput): Promise<readonly ParsedDocument[]> {
	const { fileName, bytes, options } = input
	if (bytes.length === 0) throw refusal(fileName, 'is empty')
	const { importer, documents, warnings } = await read(input, chosenImporter(fileName, options))
	if (documents.every((document) => document.text.text === ''))
		throw refusal(fileName, 'holds no text that could be read')
	const { version } = formatOf(importer)
	return documents.map((document) =>
		bounded({
			annotations: [],
			pages: [],
			...document,
			...(typed.has(importer) && { text: withSpeakers(document.text) }),
			warnings: [...warnings, ...document.warnings],
			importer: { name: importer, version },
		}),
	)
}

/** Formats in which people type interviews. */
const typed: ReadonlySet<ImporterName> = new Set(['text', 'markdown', 'rtf', 'docx', 'odt'])

interface Read {
	readonly importer: ImporterName
	readonly documents: readonly Imported[]
	readonly warnings: readonly string[]
}

/** @param named the importer that the file's name or the reader asks for */
async function read(input: ImportInput, named: Importer | undefined): Promise<Read> {
	const { fileName, bytes, options } = input
	const ofBytes = options.format === undefined ? importerOfBytes(bytes) : undefined
	const binary = ofBytes ?? (named?.kind === 'bytes' ? named : undefined)
	if (binary) return { importer: binary.name, documents: await binary.read(input), warnings: [] }
	const foreign = foreignKind(bytes)
	if (foreign !== null) throw refusal(fileName, `is ${foreign}`, 'unknown-kind')
	const ofText = named?.kind === 'text' ? named : undefined
	const decoded = decode(bytes, ofText?.isMarkup === true || looksLikeMarkup(bytes))
	if (decoded === null) throw refusal(fileName, 'is no text', ofText ? 'refused' : 'unknown-kind')
	const { text, encoding, sure } = decoded
	const beginning = text.slice(0, 4096)
	const recognised = options.format === undefined ? importerOfText(beginning) : undefined
	const markup = recognised === undefined && ofText?.isMarkup !== true ? foreignMarkup(beginning) : null
	if (markup !== null && options.format === undefined) throw refusal(fileName, `is ${markup}`, 'unknown-kind')
	const importer = recognised ?? ofText ?? textImporter
	const documents = await importer.read({ ...input, text })
	return { importer: importer.name, documents, warnings: sure ? [] : [doubtful(encoding)] }
}

function chosenImporter(fileName: string, { format }: ParseOptions): Importer | undefined {
	const ending = endingOf(fileName)
	const name = format ?? formats.find(({ endings }) => endings.includes(ending))?.importer
	return importers.find((importer) => importer.name === name)
}

const importerOfBytes = (bytes: Uint8Array) =>
	importers.find(
		(importer): importer is BytesImporter => importer.kind === 'bytes' && importer.recognises(bytes),
	)

const importerOfText = (beginning: string) =>
	importers.find(
		(importer): importer is TextImporter => importer.kind === 'text' && importer.recognises(beginning),
	)

function endingOf(fileName: string): string {
	const dot = fileName.lastIndexOf('.')
	return dot < 0 ? '' : fileName.slice(dot + 1).toLowerCase()
}

/** Begins with a tag, whatever the encoding of the rest. */
function looksLikeMarkup(bytes: Uint8Array): boolean {
	return /^\s*<[!?a-z]/i.test(String.fromCharCode(...bytes.subarray(0, 64)))
}

const refusal = (fileName: string, what: string, code: 'refused' | 'unknown-kind' = 'refused'): UserError =>
	new UserError(code, `“${fileName}” ${what}, so nothing was added.`)

const doubtful = (encoding: string): string =>
	`How the letters of this file are encoded is not certain: it was read as ${encoding}. Look whether accented letters are right.`
