import { type Format, formats, type ImporterName } from '../importers/formats.ts'

/** A kind of document that systems offer to open with Commonplace, beside what opens it already. */
export interface DocumentType {
	/** For people. */
	readonly name: string
	/** Of its files: lower case, without the dot; the usual one first. */
	readonly endings: readonly string[]
	/** As desktops of Linux name it, and what they call the same thing besides. */
	readonly mediaTypes: readonly string[]
}

/** They are material for a library, but other programs' documents: a player's, a spreadsheet's. */
const material: ReadonlySet<ImporterName> = new Set(['subtitles', 'table'])

/** Where desktops know a format by another media type, or by more than one. */
const otherNames: Readonly<Partial<Record<ImporterName, readonly string[]>>> = {
	html: ['text/html', 'application/xhtml+xml'],
	mhtml: ['application/x-mimearchive'],
	rtf: ['application/rtf', 'text/rtf'],
	docx: [
		'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
		'application/vnd.openxmlformats-officedocument.wordprocessingml.template',
		'application/vnd.ms-word.document.macroEnabled.12',
		'application/vnd.ms-word.template.macroEnabled.12',
	],
	odt: [
		'application/vnd.oasis.opendocument.text',
		'application/vnd.oasis.opendocument.text-flat-xml',
		'application/vnd.oasis.opendocument.text-template',
	],
}

const named = ({ name, importer, endings, mediaType }: Format): DocumentType => ({
	name,
	endings,
	mediaTypes: otherNames[importer] ?? [mediaType],
})

/** What *Open with* offers Commonplace for, on every system; never as the default. */
export const documentTypes: readonly DocumentType[] = formats
	.filter(({ importer }) => !material.has(importer))
	.map(named)
