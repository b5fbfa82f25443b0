import { basename } from 'node:path'
import type { LibraryInfo } from '../../corpus/entities.ts'
import { UserError } from '../../corpus/errors.ts'
import { formats } from '../importers/formats.ts'
import { type LibraryOptions, openLibrary } from '../store/library.ts'
import { createEngine, type Engine } from './engine/engine.ts'
import type { AppOptions, WorkerPort } from './options.ts'
import { serve } from './rpc.ts'

/** The first call to an engine; the others are those of `EngineCalls`, and at the end `close`. */
export type EngineOpening = Pick<AppOptions, 'folder' | 'face' | 'appVersion'>

/**
 * The engine's side of a port: opens the library for writing at the call `open`, answers the engine's
 * calls, and emits what each write changed before it answers the writer. `close` leaves everything that
 * was answered in the library's one file, and gives the lock back.
 */
export function serveEngine(port: WorkerPort, world: LibraryOptions): void {
	serve(port, ({ emit, log }) => {
		let open: { readonly engine: Engine; readonly info: () => LibraryInfo } | null = null
		return (method, input) => {
			if (method === 'open') {
				const opening = input as EngineOpening
				const engine = createEngine(openLibrary(opening.folder, world), { ...world, log })
				engine.onChange(emit)
				open = { engine, info: () => infoOf(engine, opening) }
				return null
			}
			if (!open) throw new UserError('cancelled', 'The library is closed.')
			if (method === 'library.info') return open.info()
			if (method === 'close') {
				open.engine.close()
				open = null
				return null
			}
			return open.engine.call(method, input)
		}
	})
}

function infoOf(engine: Engine, { face, appVersion, folder }: EngineOpening): LibraryInfo {
	return {
		...engine.handlers['library.state']({}),
		...{ folder, name: basename(folder), face, appVersion },
		formats: formats.map(({ importer, name, endings }) => ({ format: importer, name, endings })),
	}
}
