import type { Changed } from '../../../preload/bridge.ts'
import { rememberExport } from '../../store/exportmemory.ts'
import type { Library } from '../../store/library.ts'
import type { Log } from '../options.ts'
import { cleaned } from './cleaning.ts'
import { collectionWrites } from './collections.ts'
import { type Context, nothingChanged } from './context.ts'
import { documentWrites } from './documents.ts'
import { highlightWrites } from './highlights.ts'
import { historyWrites } from './history.ts'
import { importWrites } from './importing.ts'
import type { InternalWrites } from './internal.ts'
import type { Answers, WriteMethod } from './methods.ts'
import { noteWrites } from './notes.ts'
import { callOf, type ReadHandlers, readHandlers } from './reads.ts'
import { rereadingWrites } from './rereading.ts'
import { sampleWrites } from './samples.ts'
import { settingWrites } from './settings.ts'
import { templateWrites } from './templates.ts'
import { Texts } from './texts.ts'
import { themeWrites } from './themes.ts'

export interface EngineOptions {
	/** Milliseconds since 1970-01-01 UTC. */
	readonly clock: () => number
	/** A new UUIDv7. */
	readonly newId: () => string
	readonly log: Log
}

export type EngineHandlers = ReadHandlers & Answers<WriteMethod> & InternalWrites

export interface Engine {
	readonly handlers: EngineHandlers
	/**
	 * @param input checked against the contract
	 * @throws UserError `invalid` where there is no such call, and what the call throws
	 */
	call(method: string, input: unknown): unknown
	/** Told after each commit, before the writer gets the answer. @returns a function that stops listening */
	onChange(listener: (changed: Changed) => void): () => void
	/** Closes the library. */
	close(): void
}

/** All that can be done with a library, over the connection that writes. */
export function createEngine(library: Library, options: EngineOptions): Engine {
	const listeners = new Set<(changed: Changed) => void>()
	const context = contextOf(library, options, (changed) => {
		for (const listener of listeners) tell(listener, changed, options.log)
	})
	const handlers: EngineHandlers = {
		...readHandlers(library.db),
		...documentWrites(context),
		...collectionWrites(context),
		...highlightWrites(context),
		...themeWrites(context),
		...noteWrites(context),
		...historyWrites(context),
		...settingWrites(context),
		...templateWrites(context),
		...importWrites(context),
		...rereadingWrites(context),
		...sampleWrites(context),
		'export.remember': (memory) => {
			context.writeAside(
				(db) => rememberExport(db, memory),
				() => null,
			)
			return null
		},
	}
	return {
		handlers,
		call: (method, input) => callOf(handlers, method)(cleaned(input)),
		onChange: (listener) => {
			listeners.add(listener)
			return () => void listeners.delete(listener)
		},
		close: () => library.close(),
	}
}

function contextOf(library: Library, options: EngineOptions, publish: (changed: Changed) => void): Context {
	const { clock, newId } = options
	return {
		library,
		db: library.db,
		texts: new Texts(library.db),
		clock,
		// Ids are brands on what the maker gives: only here do they come into being.
		newId: <Id extends string>() => newId() as Id,
		publish,
		write: (step, work) => {
			const { value, changed } = library.history.write(step, work)
			if (changed) publish(changed)
			return value
		},
		writeAside: (work, changedBy) => {
			const value = library.history.writeAside(work)
			const changed = changedBy(value)
			if (changed) publish({ ...nothingChanged, ...changed })
			return value
		},
	}
}

/** The write is committed: a listener that fails cannot undo it. */
function tell(listener: (changed: Changed) => void, changed: Changed, log: Log): void {
	try {
		listener(changed)
	} catch (error) {
		log('error', 'A listener to changes failed', error)
	}
}
