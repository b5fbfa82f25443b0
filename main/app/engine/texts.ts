import type { Place } from '../../../corpus/entities.ts'
import { placesIn } from '../../../corpus/places.ts'
import type { Range } from '../../../corpus/range.ts'
import type { ReadingText } from '../../../corpus/readingtext.ts'
import type { ReadDb } from '../../store/connection.ts'
import { textOfVersion } from '../../store/versions.ts'

export interface KnownText {
	readonly text: ReadingText
	readonly placeOf: (range: Range) => Place
}

/** How many texts are held: those that are being read, and a few more. */
const held = 4

/** The reading texts used last. They never change, so they never grow stale. */
export class Texts {
	readonly #db: ReadDb
	readonly #known = new Map<number, KnownText>()

	constructor(db: ReadDb) {
		this.#db = db
	}

	/** @param version its `k` */
	get(version: number): KnownText {
		const known = this.#known.get(version) ?? this.#read(version)
		this.#known.delete(version)
		this.#known.set(version, known)
		const [oldest] = this.#known.keys()
		if (this.#known.size > held && oldest !== undefined) this.#known.delete(oldest)
		return known
	}

	#read(version: number): KnownText {
		const text = textOfVersion(this.#db, version)
		return { text, placeOf: placesIn(text) }
	}
}
