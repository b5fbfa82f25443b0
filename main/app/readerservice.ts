import { UserError } from '../../corpus/errors.ts'
import type { Input } from '../../preload/contract.ts'
import { ReadDb } from '../store/connection.ts'
import { libraryFile } from '../store/libraryfile.ts'
import { cancellations } from './cancellations.ts'
import { cancelled } from './jobs.ts'
import type { WorkerPort } from './options.ts'
import { serve } from './rpc.ts'
import { finder } from './search/find.ts'

/** The first call to a reader; the others are `search.find` with a `Reading`, and at the end `close`. */
export interface ReaderOpening {
	/** Absolute. */
	readonly folder: string
	/** Of the `cancellations` that the caller tells the reader by. */
	readonly cancelled: SharedArrayBuffer
}

/** A search with the number that it may be cancelled by. */
export interface Reading {
	readonly work: number
	readonly input: Input<'search.find'>
}

/**
 * The reader's side of a port: a connection that only reads, for what takes long. While it works, its
 * thread hears no messages, and SQLite cannot be interrupted; so long queries call the SQL function
 * `alive()`, which throws when the number of the work was cancelled meanwhile.
 */
export function serveReader(port: WorkerPort): void {
	serve(port, () => {
		let open: ReturnType<typeof reading> | null = null
		return (method, input) => {
			if (method === 'open') {
				const { folder, cancelled } = input as ReaderOpening
				open = reading(ReadDb.openForReading(libraryFile(folder)), cancelled)
				return null
			}
			if (!open) throw new UserError('cancelled', 'The library is closed.')
			if (method === 'close') {
				open.db.close()
				open = null
				return null
			}
			if (method === 'search.find') return open.find(input as Reading)
			throw new Error(`The reader does not know ${method}`)
		}
	})
}

function reading(db: ReadDb, buffer: SharedArrayBuffer) {
	const { isCancelled } = cancellations(buffer)
	let current = 0
	const alive = () => {
		if (isCancelled(current)) throw cancelled()
		return 1
	}
	db.define('alive', { deterministic: false }, alive)
	const find = finder(db, alive)
	return {
		db,
		find: ({ work, input }: Reading) => {
			current = work
			alive()
			return find(input)
		},
	}
}
