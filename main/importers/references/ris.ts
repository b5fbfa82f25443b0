import { plugins } from '@citation-js/core'
import '@citation-js/plugin-ris'
import { parseNames } from '../../../corpus/names.ts'
import type { Reference, References } from '../../../corpus/reference.ts'
import { plainPath } from './attachments.ts'
import { type Item, isItem, metadataOfItem } from './csl.ts'

/** RIS by citation-js, as Zotero, EndNote, Mendeley and databases write it. */
export function readRis(text: string): References {
	const parsed = plugins.input.data(orderly(text), '@ris/file')
	const records = Array.isArray(parsed) ? parsed.flat().filter(isItem) : []
	let left = 0
	const references = records.flatMap((record): readonly Reference[] => {
		const item = itemOf(record)
		if (item === null) {
			left++
			return []
		}
		return [{ metadata: metadataOfItem({ ...item, ...completed(record, item) }), files: filesOf(record) }]
	})
	const warnings =
		left === 0 ? [] : [left === 1 ? 'One entry could not be read.' : `${left} entries could not be read.`]
	return { references, warnings }
}

/** Only what lies between `TY` and `ER`, and no sign of a tag inside of values: citation-js stumbles over both. */
function orderly(text: string): string {
	const lines: string[] = []
	let isInside = false
	for (const line of text.split(/\r\n?|\n/)) {
		const tagged = /^\s*([A-Z][A-Z0-9])\s{1,2}-(?: (.*)|)$/.exec(line)
		const [, tag, value = ''] = tagged ?? []
		if (tag === 'TY') isInside = true
		if (isInside) lines.push(tag === undefined ? line : `${tag}  - ${value.trim().replaceAll('  - ', ' - ')}`)
		if (tag === 'ER') isInside = false
	}
	return lines.join('\n')
}

function itemOf(record: Item): Item | null {
	try {
		const item = plugins.input.data(record, '@ris/record')
		const [first] = Array.isArray(item) ? item : [item]
		return isItem(first) ? first : null
	} catch {
		return null
	}
}

/** What citation-js leaves out, since two kinds of RIS differ in it. */
function completed(record: Item, item: Item): Item {
	const first = (...tags: readonly string[]) => tags.flatMap((tag) => valuesOf(record[tag]))[0]
	const given = {
		author: [...valuesOf(record['AU']), ...valuesOf(record['A1'])].flatMap(parseNames),
		title: first('TI', 'T1', 'CT', 'BT'),
		'container-title': first('T2', 'JF', 'JO', 'JA', 'J2'),
		issued: dateOf(first('DA', 'PY', 'Y1')),
		DOI: first('DO') ?? first('M3')?.match(/^10\.\d{4,9}\/\S+$/)?.[0],
		URL: first('UR')?.split(/\s*;\s*(?=https?:)/)[0],
		publisher: first('PB'),
		'publisher-place': first('CY', 'PP'),
		abstract: first('AB', 'N2'),
		language: first('LA'),
		volume: first('VL'),
		issue: first('IS'),
		accessed: dateOf(first('Y2')),
		keyword: valuesOf(record['KW']).join(', '),
	}
	return Object.fromEntries(
		Object.entries(given).filter(
			([name, value]) => value !== undefined && value.length > 0 && !isThere(item[name]),
		),
	)
}

/** Years, months and days stand between slashes, which may be all that is there. */
const dateOf = (text: string | undefined) => text?.replace(/\/+$/, '').replaceAll('/', '-')

/** A date that citation-js could not read is as good as none. */
const isThere = (value: unknown): boolean =>
	value !== undefined && !(isItem(value) && value['date-parts'] === undefined)

const valuesOf = (value: unknown): readonly string[] =>
	[value].flat().flatMap((each) => (typeof each === 'string' && each.trim() !== '' ? [each.trim()] : []))

function filesOf(record: Item): readonly string[] {
	const links = ['L1', 'L2', 'L3', 'L4', 'UR'].flatMap((tag) => valuesOf(record[tag]))
	return links.flatMap((link) => (/^https?:/i.test(link) ? [] : link.split(/\s*;\s*/).map(plainPath)))
}
