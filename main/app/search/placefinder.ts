import type { Place } from '../../../corpus/entities.ts'
import { placesIn } from '../../../corpus/places.ts'
import type { Range } from '../../../corpus/range.ts'
import type { ReadDb } from '../../store/connection.ts'
import { textOfVersion } from '../../store/versions.ts'

/** Says where passages of a document (its `k`) stand. */
export type PlaceFinder = (document: number) => (range: Range) => Place

/** UTF-16 code units of the texts that are remembered. */
const remembered = 20_000_000

/**
 * Remembers the places of the documents that were asked last: a search as you type asks for the same ones
 * with every letter. Versions never change, so nothing that is remembered grows old.
 */
export function placeFinder(db: ReadDb): PlaceFinder {
	const known = new Map<number, { readonly length: number; readonly place: (range: Range) => Place }>()
	let total = 0

	function read(version: number) {
		const text = textOfVersion(db, version)
		const entry = { length: text.text.length, place: placesIn(text) }
		total += entry.length
		for (const [oldest, { length }] of known) {
			if (total <= remembered) break
			known.delete(oldest)
			total -= length
		}
		return entry
	}

	return (document) => {
		const row = db.get<{ version: number }>('SELECT version FROM document WHERE k = :document', { document })
		if (!row) throw new Error(`Document ${document} is not there`)
		let entry: ReturnType<typeof read> | null = null
		return (range) => {
			entry ??= known.get(row.version) ?? read(row.version)
			known.delete(row.version)
			known.set(row.version, entry)
			return entry.place(range)
		}
	}
}
