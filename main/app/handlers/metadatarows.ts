import type { DocumentRow } from '../../../corpus/entities.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import { longestFieldName } from '../../../corpus/metadata.ts'
import { fillFromCell, type MetadataDraft } from '../../../corpus/metadatacells.ts'
import type { MetadataTable } from '../../../preload/calls/documents.ts'
import type { MetadataPatch } from '../../../preload/calls/schemas.ts'
import { type ColumnField, fieldsOf } from './metadatacolumns.ts'

/**
 * Fits the rows of a table to the documents of the library, by file name: case does not matter, nor a
 * path before the name, nor its ending where only one of the two has one. Rows that name no document are
 * left out; empty cells change nothing.
 *
 * @param rows the headings first
 * @param given the field of each column in place of what the heading says; null: as the headings say
 */
export function fitTable(
	[headings = [], ...rows]: readonly (readonly string[])[],
	given: readonly (ColumnField | null)[] | null,
	documents: readonly DocumentRow[],
): MetadataTable {
	const fields = given ?? fieldsOf(headings)
	const documentsOf = byFileName(documents)
	const named = fields.indexOf('file')
	return {
		kind: 'table',
		columns: headings,
		fields,
		unmatched: { count: 0, titles: [] },
		rows: rows.flatMap((cells) => {
			const matching = named < 0 ? [] : documentsOf(cells[named] ?? '')
			return matching.length === 0
				? []
				: [{ cells, documents: matching, by: 'file', ...patchOf(cells, fields, headings) }]
		}),
	}
}

function byFileName(documents: readonly DocumentRow[]): (name: string) => readonly DocumentId[] {
	const whole = new Map<string, DocumentId[]>()
	const stems = new Map<string, DocumentId[]>()
	const add = (map: Map<string, DocumentId[]>, key: string, id: DocumentId) =>
		map.set(key, [...(map.get(key) ?? []), id])
	for (const { id, fileName } of documents) {
		add(whole, plain(fileName), id)
		add(stems, stemOf(plain(fileName)), id)
	}
	return (cell) => {
		const name = plain(cell)
		if (name === '') return []
		const same = whole.get(name)
		if (same) return same
		// A name with another ending is another file, unless what looks like an ending is part of the name.
		return stems.get(name) ?? []
	}
}

/** Without a path (of any system), case, or the two ways to write accented letters. */
const plain = (name: string) =>
	name
		.trim()
		.replace(/^.*[\\/]/s, '')
		.normalize('NFC')
		.toLowerCase()

const stemOf = (name: string) => name.replace(/\.[^.]{1,10}$/, '')

function patchOf(
	cells: readonly string[],
	fields: readonly (ColumnField | null)[],
	headings: readonly string[],
): { readonly patch: MetadataPatch; readonly problems: readonly string[] } {
	const own: Record<string, string> = {}
	const patch: MetadataDraft = {}
	const problems: string[] = []
	for (const [index, field] of fields.entries()) {
		const cell = cells[index] ?? ''
		if (field === null || field === 'file' || cell === '') continue
		if (field === 'own') {
			own[ownName(headings[index] ?? '', index)] = cell
			continue
		}
		const problem = fillFromCell(patch, field, cell)
		if (problem) problems.push(problem)
	}
	return { patch: Object.keys(own).length > 0 ? { ...patch, fields: own } : patch, problems }
}

const ownName = (heading: string, index: number): string => {
	const name = heading.replace(/\s+/g, ' ').trim().slice(0, longestFieldName).toWellFormed()
	return name === '' || name === '__proto__' ? `Column ${index + 1}` : name
}
