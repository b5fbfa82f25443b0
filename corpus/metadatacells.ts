import { foldForIndex } from './folding.ts'
import type { Metadata, MetadataField } from './metadata.ts'
import { parseNames } from './names.ts'
import { parseVagueDate } from './vaguedate.ts'

/** UTF-16 code units of what is not prose. */
const longestLine = 10_000

/** Metadata that is being put together. */
export type MetadataDraft = { -readonly [Field in MetadataField]?: Metadata[Field] }

/**
 * Reads a cell of a table into a field of metadata.
 *
 * @param source the text of the cell, not empty
 * @returns what cannot be read, as a sentence; null: it was
 */
export function fillFromCell(draft: MetadataDraft, field: MetadataField, source: string): string | null {
	const isProse = field === 'abstract' || field === 'note'
	const cell = isProse ? source : source.slice(0, longestLine).toWellFormed()
	switch (field) {
		case 'author':
		case 'editor':
		case 'translator':
			draft[field] = parseNames(cell)
			return null
		case 'issued':
		case 'accessed': {
			const date = parseVagueDate(cell)
			if (date === null) return `“${cell}” names no date.`
			draft[field] = date
			return null
		}
		case 'URL': {
			const address = /^https?:\/\//i.test(cell) ? cell : /^www\./i.test(cell) ? `https://${cell}` : ''
			if (!/^https?:\/\/[^\s/?#]+\S*$/i.test(address)) return `“${cell}” is no web address.`
			draft.URL = address
			return null
		}
		case 'type':
			draft.type = typeOf(cell)
			return null
		case 'language':
			return fillLanguage(draft, cell)
		default:
			draft[field] = cell
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

function fillLanguage(draft: MetadataDraft, cell: string): string | null {
	try {
		const [tag] = Intl.getCanonicalLocales(cell.replaceAll('_', '-'))
		if (tag && tag.length <= 35 && /^[a-z]{2,3}(-|$)/.test(tag)) {
			draft.language = tag
			return null
		}
	} catch {
		// Not a tag: perhaps the language's name.
	}
	const names = new Intl.DisplayNames('en', { type: 'language' })
	const wanted = foldForIndex(cell)
	const tag = commonLanguages.find((each) => foldForIndex(names.of(each) ?? '') === wanted)
	if (!tag) return `“${cell}” names no language that is known here; write it as a code, such as “en”.`
	draft.language = tag
	return null
}

/** Those with a code of two letters that a word may stand for in a table. */
const commonLanguages =
	'af ar az be bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl gu he hi hr hu hy id is it ja ka kk km ko ku la lo lt lv mk ml mn mr ms my ne nl no pa pl ps pt ro ru sa sk sl sq sr sv sw ta te th tl tr uk ur uz vi yi zh'.split(
		' ',
	)
