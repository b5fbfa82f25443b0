import { UserError } from '../../../corpus/errors.ts'
import type { Changed } from '../../../preload/bridge.ts'
import type { ReadDb, WriteDb } from '../../store/connection.ts'
import type { StepName } from '../../store/history.ts'
import type { Library } from '../../store/library.ts'
import type { Texts } from './texts.ts'

/** What the handlers of writes are given. */
export interface Context {
	readonly library: Library
	/** To look before a write; inside of one, its own connection is at hand. */
	readonly db: ReadDb
	readonly texts: Texts
	/** Milliseconds since 1970-01-01 UTC. */
	readonly clock: () => number
	/** A new UUIDv7. */
	readonly newId: <Id extends string>() => Id
	/** Changes the library in one transaction, as one step of history, and tells everybody. */
	write<Value>(step: StepName, work: (db: WriteDb) => Value): Value
	/** Changes what is not for undoing. `changed` says what everybody is told; null: nobody is. */
	writeAside<Value>(work: (db: WriteDb) => Value, changed: (value: Value) => Partial<Changed> | null): Value
	/** Tells everybody. */
	publish(changed: Changed): void
}

export const nothingChanged: Changed = {
	kind: 'changed',
	documents: [],
	collections: [],
	highlights: [],
	touched: [],
	themes: [],
	notes: [],
	settings: false,
	history: false,
}

/** @param what as the sentence begins: "This document" */
export function found<Thing>(thing: Thing | null | undefined, what: string): Thing {
	if (thing === null || thing === undefined)
		throw new UserError('not-found', `${what} is not in the library any more.`)
	return thing
}

/** A name as it is kept: white space collapsed and trimmed. @throws UserError `invalid` where nothing is left */
export function nameOf(text: string, what: string): string {
	const name = text.replace(/\s+/g, ' ').trim()
	if (name === '') throw new UserError('invalid', `Give the ${what} a name.`)
	return name
}
