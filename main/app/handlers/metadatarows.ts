import type { DocumentRow } from '../../../corpus/entities.ts'
import { foldForIndex } from '../../../corpus/folding.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import { parseNames } from '../../../corpus/names.ts'
import { parseVagueDate } from '../../../corpus/vaguedate.ts'
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
		columns: headings,
		fields,
		rows: rows.flatMap((cells) => {
			const matching = named < 0 ? [] : documentsOf(cells[named] ?? '')
			return matching.length === 0 ? [] : [{ cells, documents: matching, ...patchOf(cells, fields) }]
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

function patchOf(cells: readonly string[], fields: readonly (ColumnField | null)[]) {
	const patch: MetadataPatch = {}
	const problems: string[] = []
	for (const [index, field] of fields.entries()) {
		const cell = cells[index] ?? ''
		if (field === null || field === 'file' || cell === '') continue
		const problem = fill(patch, field, cell)
		if (problem) problems.push(problem)
	}
	return { patch, problems }
}

/** @returns what cannot be read, as a sentence; null: it was */
function fill(patch: MetadataPatch, field: Exclude<ColumnField, 'file'>, cell: string): string | null {
	switch (field) {
		case 'author':
		case 'editor':
		case 'translator':
			patch[field] = parseNames(cell)
			return null
		case 'issued':
		case 'accessed': {
			const date = parseVagueDate(cell)
			if (date === null) return `“${cell}” names no date.`
			patch[field] = date
			return null
		}
		case 'URL': {
			const address = /^https?:\/\//i.test(cell) ? cell : /^www\./i.test(cell) ? `https://${cell}` : ''
			if (!URL.canParse(address)) return `“${cell}” is no web address.`
			patch.URL = address
			return null
		}
		case 'type':
			patch.type = typeOf(cell)
			return null
		case 'language':
			return fillLanguage(patch, cell)
		default:
			patch[field] = cell
			return null
	}
}

/** Names of kinds as programs write them ("Newspaper Article", "journalArticle") become those of CSL. */
function typeOf(cell: string): string {
	const kind = foldForIndex(cell).replaceAll(' ', '')
	const known: Readonly<Record<string, string>> = {
		journalarticle: 'article-journal',
		newspaperarticle: 'article-newspaper',
		magazinearticle: 'article-magazine',
		booksection: 'chapter',
		bookchapter: 'chapter',
		conferencepaper: 'paper-conference',
		blogpost: 'post-weblog',
	}
	return known[kind] ?? cell.toLowerCase().replace(/\s+/g, '-')
}

function fillLanguage(patch: MetadataPatch, cell: string): string | null {
	try {
		const [tag] = Intl.getCanonicalLocales(cell.replaceAll('_', '-'))
		if (tag && tag.length <= 35 && /^[a-z]{2,3}(-|$)/.test(tag)) {
			patch.language = tag
			return null
		}
	} catch {
		// Not a tag: perhaps the language's name.
	}
	const names = new Intl.DisplayNames('en', { type: 'language' })
	const wanted = foldForIndex(cell)
	const tag = commonLanguages.find((each) => foldForIndex(names.of(each) ?? '') === wanted)
	if (!tag) return `“${cell}” names no language that is known here; write it as a code, such as “en”.`
	patch.language = tag
	return null
}

/** Those with a code of two letters that a word may stand for in a table. */
const commonLanguages =
	'af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km ko ku la lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru sa sk sl sq sr sv sw ta te th tl tr uk ur uz vi yi zh'.split(
		' ',
	)
