import type { DocumentRow } from '../../../corpus/entities.ts'
import { foldForIndex } from '../../../corpus/folding.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { Metadata } from '../../../corpus/metadata.ts'
import type { Reference } from '../../../corpus/reference.ts'

/** By what an entry was found to belong to a document, the surest first. */
export type MatchedBy = 'file' | 'DOI' | 'ISBN' | 'URL' | 'title'

export interface Match {
	readonly reference: Reference
	readonly document: DocumentRow
	readonly by: MatchedBy
}

export interface Matching {
	/** In the order of the entries; each document at most once. */
	readonly matches: readonly Match[]
	readonly unmatched: readonly Reference[]
}

/**
 * Which entries of a bibliography belong to which documents: by the files attached to them, by DOI, ISBN or
 * address, else by title and year. What fits several documents, or several entries, fits none.
 *
 * @param imported the documents of files by their absolute paths, where those are known
 * @param pathOf the absolute path of an attached file
 */
export function matchReferences(
	references: readonly Reference[],
	documents: readonly DocumentRow[],
	imported: ReadonlyMap<string, readonly DocumentId[]>,
	pathOf: (file: string) => string,
): Matching {
	const byId = new Map(documents.map((document) => [document.id, document]))
	const byName = grouped(documents, ({ fileName }) => [plainName(fileName)])
	const found = new Map<Reference, { readonly documents: readonly DocumentRow[]; readonly by: MatchedBy }>()
	const taken = new Set<DocumentId>()
	const take = (reference: Reference, which: readonly DocumentRow[], by: MatchedBy): void => {
		const free = which.filter(({ id }) => !taken.has(id))
		if (free.length === 0 || found.has(reference)) return
		for (const { id } of free) taken.add(id)
		found.set(reference, { documents: free, by })
	}

	for (const reference of references) {
		const own = reference.files.flatMap((file) => imported.get(pathOf(file)) ?? [])
		take(
			reference,
			own.flatMap((id) => byId.get(id) ?? []),
			'file',
		)
	}
	for (const reference of references) {
		const named = reference.files.map((file) => byName.get(plainName(file)) ?? [])
		take(
			reference,
			named.flatMap((some) => (some.length === 1 ? some : [])),
			'file',
		)
	}
	for (const [by, keysOf] of keys) {
		const theirs = grouped(documents, ({ metadata }) => keysOf(metadata))
		const ours = grouped(references, ({ metadata }) => keysOf(metadata))
		for (const reference of references)
			for (const key of keysOf(reference.metadata)) {
				const [document, ...others] = theirs.get(key) ?? []
				const isAlone = others.length === 0 && ours.get(key)?.length === 1
				if (document && isAlone && agree(by, reference.metadata, document.metadata))
					take(reference, [document], by)
			}
	}
	return {
		matches: references.flatMap((reference) => {
			const match = found.get(reference)
			return match ? match.documents.map((document) => ({ reference, document, by: match.by })) : []
		}),
		unmatched: references.filter((reference) => !found.has(reference)),
	}
}

function grouped<Thing>(
	things: readonly Thing[],
	keysOf: (thing: Thing) => readonly string[],
): ReadonlyMap<string, readonly Thing[]> {
	const groups = new Map<string, Thing[]>()
	for (const thing of things)
		for (const key of new Set(keysOf(thing))) {
			const group = groups.get(key)
			if (group) group.push(thing)
			else groups.set(key, [thing])
		}
	return groups
}

/** The name of a file without folders, case, or the two ways to write accented letters. */
const plainName = (path: string): string => (path.split(/[\\/]/).at(-1) ?? '').normalize('NFC').toLowerCase()

const keys: readonly (readonly [by: MatchedBy, keysOf: (metadata: Metadata) => readonly string[]])[] = [
	['DOI', ({ DOI = '' }) => /10\.\d{4,9}\/\S+/.exec(DOI.toLowerCase())?.slice(0, 1) ?? []],
	['ISBN', ({ ISBN = '', type }) => (type === 'chapter' ? [] : isbns(ISBN))],
	['URL', ({ URL = '' }) => (URL === '' ? [] : [plainAddress(URL)])],
	['title', ({ title }) => titleKeys(title)],
]

/** The thirteen digits of each, also of those with ten. */
const isbns = (text: string): readonly string[] =>
	text.split(/[\s,;]+/).flatMap((part) => {
		const digits = part.replace(/[^\dXx]/g, '')
		if (digits.length === 13) return [digits.slice(3, 12)]
		return digits.length === 10 ? [digits.slice(0, 9)] : []
	})

/** Without scheme, `www.`, place in the page and closing slash. */
const plainAddress = (address: string): string =>
	address
		.replace(/^https?:\/\/(?:www\.)?/i, '')
		.replace(/#.*$/s, '')
		.replace(/(?<!\/)\/+$/, '')
		.toLowerCase()

function titleKeys(title: string): readonly string[] {
	const folded = foldForIndex(title)
	// A word or two are no title that could be trusted alone.
	return folded.length >= 8 ? [folded] : []
}

/** Titles hold only where the years do not say otherwise. */
function agree(by: MatchedBy, one: Metadata, other: Metadata): boolean {
	const [a, b] = [yearOf(one), yearOf(other)]
	return by !== 'title' || a === null || b === null || a === b
}

const yearOf = ({ issued }: Metadata): number | null => (issued && 'from' in issued ? issued.from[0] : null)
