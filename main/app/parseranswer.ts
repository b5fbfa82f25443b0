import * as v from 'valibot'
import { UserError } from '../../corpus/errors.ts'
import type { Page } from '../../corpus/page.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { Range } from '../../corpus/range.ts'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import type { References } from '../../corpus/reference.ts'
import { date, fieldName, line, link, names, offset, prose } from '../../preload/calls/schemas.ts'
import { areBlocks, areContainers, areMarks, areRuns } from './readingtextshape.ts'

/** What a parser said, after a check: nothing that it sends is trusted before. */
export type CheckedAnswer<Value> =
	| { readonly kind: 'value'; readonly value: Value }
	| { readonly kind: 'refused'; readonly error: UserError }
	/** `problem` is for the log. */
	| { readonly kind: 'nonsense'; readonly problem: string }

/** Pages of one document at the most. */
const mostPages = 20_000
/** UTF-16 code units and bytes of pictures that one file may give, all its documents together. */
const mostText = 200e6
const mostPictures = 512e6

/**
 * Documents whose reading texts keep their invariants, whose parts are told apart, at least one.
 * Annotations that lie outside their text are left out.
 */
export function checkedDocuments(answer: unknown, id: number): CheckedAnswer<readonly ParsedDocument[]> {
	const checked = checkedShape(
		answer,
		id,
		v.strictObject({ ...done(id), documents: v.array(parsedDocument) }),
	)
	if (checked.kind !== 'value') return checked
	const { documents } = checked.value
	if (documents.length === 0)
		return { kind: 'refused', error: new UserError('refused', 'There is nothing to read in it.') }
	if (new Set(documents.map(({ part }) => part)).size < documents.length)
		return { kind: 'nonsense', problem: 'two documents of one part' }
	if (sum(documents, ({ text }) => text.text.length) > mostText) return tooMuch('text')
	if (sum(documents, ({ assets }) => sum(assets, ({ bytes }) => bytes.byteLength)) > mostPictures)
		return tooMuch('pictures')
	for (const document of documents) {
		const problem = checkReadingText(document.text)[0] ?? checkPages(document)
		if (problem !== null) return { kind: 'nonsense', problem }
	}
	return { kind: 'value', value: documents.map(withSoundAnnotations) }
}

const sum = <Item>(items: readonly Item[], of: (item: Item) => number): number =>
	items.reduce((total, item) => total + of(item), 0)

const tooMuch = (what: string): CheckedAnswer<never> => ({
	kind: 'refused',
	error: new UserError('refused', `It holds more ${what} than one document can have.`),
})

/** What is wrong with the pages; null: nothing. */
function checkPages({ pages, text: { text } }: ParsedDocument): string | null {
	if (pages.length > mostPages) return `${pages.length} pages`
	const bad = pages.findIndex((page) => !isPage(page, text.length))
	return bad < 0 ? null : `page ${bad} lies outside the text, or has no size`
}

const isPage = ({ width, height, start, runs }: Page, length: number): boolean =>
	width > 0 &&
	height > 0 &&
	start <= length &&
	runs.every((run) => run.start < run.end && run.end <= length && run.width >= 0 && run.height >= 0)

/** What a file says of itself may be wrong: that is no reason to refuse its text. */
function withSoundAnnotations(document: ParsedDocument): ParsedDocument {
	const { length } = document.text.text
	const isSound = ({ start, end }: Range) =>
		Number.isSafeInteger(start) && Number.isSafeInteger(end) && 0 <= start && start < end && end <= length
	return { ...document, annotations: document.annotations.filter(isSound) }
}

export function checkedRows(answer: unknown, id: number): CheckedAnswer<readonly (readonly string[])[]> {
	const checked = checkedShape(
		answer,
		id,
		v.strictObject({ ...done(id), rows: v.array(v.array(v.string())) }),
	)
	return checked.kind === 'value' ? { kind: 'value', value: checked.value.rows } : checked
}

export function checkedReferences(answer: unknown, id: number): CheckedAnswer<References> {
	const reference = v.strictObject({ metadata, files: v.array(v.string()) })
	const references = v.strictObject({ references: v.array(reference), warnings: v.array(line) })
	const checked = checkedShape(answer, id, v.strictObject({ ...done(id), references }))
	return checked.kind === 'value' ? { kind: 'value', value: checked.value.references } : checked
}

function checkedShape<Schema extends v.GenericSchema>(
	answer: unknown,
	id: number,
	schema: Schema,
): CheckedAnswer<v.InferOutput<Schema>> {
	const refusal = v.safeParse(
		v.strictObject({ id: v.literal(id), ok: v.literal(false), code: v.string(), message: v.string() }),
		answer,
	)
	if (refusal.success) {
		const { message } = refusal.output
		const code = refusalCodes.find((each) => each === refusal.output.code)
		if (code === undefined) return { kind: 'nonsense', problem: message }
		return { kind: 'refused', error: new UserError(code, message.slice(0, 1000)) }
	}
	const checked = v.safeParse(schema, answer, { abortEarly: true })
	if (checked.success) return { kind: 'value', value: checked.output }
	const [issue] = checked.issues
	return { kind: 'nonsense', problem: `${v.getDotPath(issue) ?? ''}: ${issue.message}` }
}

/** What a parser may say of a file. */
const refusalCodes = ['refused', 'unknown-kind', 'password'] as const

const done = (id: number) => ({ id: v.literal(id), ok: v.literal(true) })

const optional = v.exactOptional
/** In points. */
const length = v.pipe(v.number(), v.finite())

const metadata = v.strictObject({
	type: optional(line),
	title: line,
	author: optional(names),
	editor: optional(names),
	translator: optional(names),
	'container-title': optional(line),
	publisher: optional(line),
	'publisher-place': optional(line),
	issued: optional(date),
	accessed: optional(date),
	volume: optional(line),
	issue: optional(line),
	page: optional(line),
	DOI: optional(line),
	ISBN: optional(line),
	ISSN: optional(line),
	URL: optional(link),
	language: optional(line),
	abstract: optional(prose),
	keyword: optional(line),
	note: optional(prose),
	citekey: optional(line),
	fields: optional(v.record(fieldName, prose)),
})

const listOf = <Item>(are: (value: unknown) => value is readonly Item[], what: string) =>
	v.custom<readonly Item[]>(are, `one of the ${what} has another shape`)

const parsedDocument = v.strictObject({
	part: line,
	metadata,
	text: v.strictObject({
		text: v.string(),
		blocks: listOf(areBlocks, 'blocks'),
		containers: listOf(areContainers, 'containers'),
		marks: listOf(areMarks, 'marks'),
		outline: optional(
			v.array(
				v.strictObject({ title: line, level: v.pipe(v.number(), v.integer(), v.minValue(1)), at: offset }),
			),
		),
	}),
	assets: v.array(
		v.strictObject({
			key: line,
			mediaType: v.picklist([
				'image/png',
				'image/jpeg',
				'image/gif',
				'image/webp',
				'image/avif',
				'image/svg+xml',
			]),
			bytes: v.instance(Uint8Array),
		}),
	),
	annotations: v.array(
		v.strictObject({
			...{ start: v.number(), end: v.number() },
			...{ note: prose, author: v.nullable(line), at: v.nullable(v.number()) },
		}),
	),
	pages: v.array(
		v.strictObject({
			width: length,
			height: length,
			label: line,
			start: offset,
			runs: listOf(areRuns, 'runs'),
		}),
	),
	warnings: v.array(line),
	importer: v.strictObject({ name: line, version: offset }),
})
