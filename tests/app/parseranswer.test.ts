import { expect, test } from 'vitest'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { ReadingText } from '../../corpus/readingtext.ts'
import { checkedDocuments } from '../../main/app/parseranswer.ts'
import { paragraphDocument } from './support/stubparser.ts'

/** A text with every kind of container and mark. */
const rich: ReadingText = {
	text: '\uFFFC\nRain fell\nSea\nNote\n',
	blocks: [
		{ kind: 'picture', start: 0, end: 2, container: 0 },
		{
			kind: 'heading',
			level: 2,
			start: 2,
			end: 12,
			container: null,
			id: 'a',
			language: 'vi',
			direction: 'ltr',
		},
		{ kind: 'paragraph', start: 12, end: 16, container: 3, align: 'center' },
		{ kind: 'paragraph', start: 16, end: 21, container: 7 },
	],
	containers: [
		{ kind: 'figure', parent: null },
		{ kind: 'list', parent: null, ordered: true, first: 3 },
		{ kind: 'item', parent: 1, checked: false },
		{ kind: 'quotation', parent: 2 },
		{ kind: 'table', parent: null },
		{ kind: 'row', parent: 4 },
		{ kind: 'cell', parent: 5, header: true, columns: 2, rows: 1 },
		{ kind: 'footnote', parent: null, id: 'n', label: '1' },
	],
	marks: [
		{ kind: 'picture', start: 0, end: 1, asset: null, alt: 'A harbour' },
		{ kind: 'emphasis', start: 2, end: 6 },
		{ kind: 'link', start: 2, end: 6, href: 'https://example.org/' },
		{ kind: 'footnote-call', start: 2, end: 6, footnote: 'n' },
		{ kind: 'page', start: 2, end: 3, label: 'iv' },
		{ kind: 'speaker', start: 12, end: 15, name: 'Lan' },
		{ kind: 'time', start: 12, end: 15, from: 0.5, to: 2 },
		{ kind: 'language', start: 12, end: 15, language: 'en', direction: 'ltr' },
	],
	outline: [{ title: 'Rain', level: 1, at: 2 }],
}

const document: ParsedDocument = {
	...paragraphDocument('', 'x'),
	text: rich,
	pages: [
		{
			...{ width: 595, height: 842, label: '1', start: 0 },
			runs: [
				{ start: 2, end: 11, x: 10, y: 20.5, width: 100, height: 12, angle: -90 },
				{ start: 12, end: 15, x: 0, y: 0, width: 1, height: 1, angle: 0, vertical: true },
			],
		},
	],
}

const check = (documents: unknown) => checkedDocuments({ id: 1, ok: true, documents }, 1)

test('a sound answer comes out as it went in', () => {
	expect(check([document])).toEqual({ kind: 'value', value: [document] })
})

/** Every way to alter one value that is a number, a text, a flag or a key, anywhere in the document's text or pages. */
function* spoilt(value: unknown): Generator<unknown> {
	if (Array.isArray(value)) {
		for (const [index, item] of value.entries())
			for (const worse of spoilt(item)) yield value.with(index, worse)
		yield {}
	} else if (typeof value === 'object' && value !== null) {
		for (const [key, part] of Object.entries(value))
			for (const worse of spoilt(part)) yield { ...value, [key]: worse }
		yield { ...value, unexpected: 1 }
		yield null
	} else if (typeof value === 'number') yield* [Number.NaN, '1']
	else if (typeof value === 'string') yield 7
	else if (typeof value === 'boolean') yield 'yes'
}

test('whatever single part of it has another shape, the answer makes no sense', () => {
	let count = 0
	for (const key of ['text', 'pages'] as const)
		for (const part of spoilt(document[key])) {
			const { kind } = check([{ ...document, [key]: part }])
			expect([kind, JSON.stringify(part)]).not.toEqual(['value', JSON.stringify(part)])
			count++
		}
	expect(count).toBeGreaterThan(150)
})

test('pages lie within their text and have a size', () => {
	const [page] = document.pages
	if (!page) throw new Error('no page')
	const [run] = page.runs
	if (!run) throw new Error('no run')
	for (const bad of [
		{ ...page, width: 0 },
		{ ...page, height: Number.POSITIVE_INFINITY },
		{ ...page, start: 1000 },
		{ ...page, runs: [{ ...run, end: 1000 }] },
		{ ...page, runs: [{ ...run, start: run.end }] },
	])
		expect(check([{ ...document, pages: [bad] }]).kind).toBe('nonsense')
	expect(check([{ ...document, pages: Array.from({ length: 20_001 }, () => page) }]).kind).toBe('nonsense')
})

test('annotations that lie nowhere are left out', () => {
	const annotation = { start: 2, end: 6, note: '', author: null, at: null }
	const annotations = [annotation, { ...annotation, end: 99 }, { ...annotation, start: 6 }]
	const checked = check([{ ...document, annotations }])
	expect(checked.kind === 'value' && checked.value[0]?.annotations).toEqual([annotation])
})
