import * as v from 'valibot'
import type { Id } from '../../corpus/ids.ts'
import { longestFieldName } from '../../corpus/metadata.ts'

/** An id as a schema of its own kind. */
export const id = <Kind extends string>() =>
	v.custom<Id<Kind>>((value) => typeof value === 'string' && /^[\w-]{1,64}$/.test(value), 'an id is expected')

export const nothing = v.strictObject({})
/** UTF-16 code units. */
export const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0))
export const line = v.pipe(v.string(), v.maxLength(10_000))
export const prose = v.pipe(v.string(), v.maxLength(10_000_000))

const year = v.pipe(v.number(), v.integer(), v.minValue(-9999), v.maxValue(9999))
const month = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))
const day = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(31))
const dateParts = v.union([
	v.pipe(v.strictTuple([year]), v.readonly()),
	v.pipe(v.strictTuple([year, month]), v.readonly()),
	v.pipe(v.strictTuple([year, month, day]), v.readonly()),
])
export const date = v.union([
	v.strictObject({
		from: dateParts,
		to: v.exactOptional(dateParts),
		circa: v.exactOptional(v.literal(true)),
	}),
	v.strictObject({ literal: line }),
])
export const names = v.pipe(
	v.array(
		v.union([
			v.strictObject({ family: line, given: v.exactOptional(line) }),
			v.strictObject({ literal: line }),
		]),
	),
	v.readonly(),
)
export const link = v.pipe(v.string(), v.regex(/^https?:\/\//i, 'an address begins with http:// or https://'))

/** The name of a field of the reader's own. */
export const fieldName = v.pipe(
	v.string(),
	v.nonEmpty('a field needs a name'),
	v.maxLength(longestFieldName),
	// A record would not keep it as a name like others.
	v.notValue('__proto__'),
)

/** Fields to set; null takes a field away. Of `fields`, the reader's own, only those that are named change. */
export const metadataPatch = v.partial(
	v.strictObject({
		type: v.nullable(line),
		title: v.pipe(line, v.nonEmpty('a title is expected')),
		author: v.nullable(names),
		editor: v.nullable(names),
		translator: v.nullable(names),
		'container-title': v.nullable(line),
		publisher: v.nullable(line),
		'publisher-place': v.nullable(line),
		issued: v.nullable(date),
		accessed: v.nullable(date),
		volume: v.nullable(line),
		issue: v.nullable(line),
		page: v.nullable(line),
		DOI: v.nullable(line),
		ISBN: v.nullable(line),
		ISSN: v.nullable(line),
		URL: v.nullable(link),
		language: v.nullable(line),
		abstract: v.nullable(prose),
		keyword: v.nullable(line),
		note: v.nullable(prose),
		citekey: v.nullable(line),
		fields: v.record(fieldName, v.nullable(prose)),
	}),
)
export type MetadataPatch = v.InferOutput<typeof metadataPatch>
