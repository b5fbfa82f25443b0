import { UserError } from '../../corpus/errors.ts'
import type { Change } from '../../preload/bridge.ts'
import { contract } from '../../preload/contract.ts'
import { originalPath } from '../store/originals.ts'
import { cancellations } from './cancellations.ts'
import { dispatcher, type Handlers } from './dispatch.ts'
import type { EngineMethod } from './engine/methods.ts'
import type { AskEngine } from './enginecalls.ts'
import type { EngineOpening } from './engineservice.ts'
import { fileTokens } from './filetokens.ts'
import { hostHandlers } from './handlers/host.ts'
import { later } from './handlers/later.ts'
import { originalHandlers } from './handlers/originals.ts'
import { programHandlers } from './handlers/program.ts'
import { jobs as makeJobs } from './jobs.ts'
import { usualLimits } from './limits.ts'
import type { App, AppOptions, Log } from './options.ts'
import { parserPool } from './parserpool.ts'
import type { AppParts } from './parts.ts'
import type { ReaderOpening } from './readerservice.ts'
import { residentMemory } from './residentmemory.ts'
import { type Caller, callOver } from './rpc.ts'
import { searching } from './searching.ts'

/**
 * Opens the library and joins the parts of the application: the engine's thread and, once somebody searches,
 * the reader's, the parsers, and what answers the calls.
 *
 * @throws UserError `locked`, `newer`, `not-a-library`, `read-only`, `disk-full` or `refused`; nothing runs then
 */
export async function createApp(options: AppOptions): Promise<App> {
	const { folder, log, startWorker } = options
	const limits = { ...usualLimits, ...options.limits }
	const listeners = new Set<(change: Change) => void>()
	const publish = (change: Change) => {
		for (const listener of listeners)
			try {
				listener(change)
			} catch (error) {
				log('error', 'A listener to changes failed', error)
			}
	}

	const engine = callOver(startWorker('engine'), {
		name: 'the part that keeps the library',
		log,
		onEvent: (event) => publish(event as Change),
	})
	await open(engine, {
		folder,
		face: options.face,
		appVersion: options.appVersion,
	} satisfies EngineOpening)
	const stops = cancellations()
	/** Started by the first search, which is ready in a moment: no start waits for it. */
	let reader: Promise<Caller> | null = null
	let closed = false
	const readerCall: Caller['call'] = async (method, input) => {
		if (closed) throw new UserError('cancelled', 'The library is closed.')
		reader ??= startReader().catch((error) => {
			reader = null
			throw error
		})
		return (await reader).call(method, input)
	}
	async function startReader(): Promise<Caller> {
		const started = callOver(startWorker('reader'), {
			name: 'the part that searches',
			log,
			onEvent: () => {},
		})
		await open(started, { folder, cancelled: stops.buffer } satisfies ReaderOpening)
		return started
	}

	// The types of the engine's calls stand for what its thread answers: both are compiled against them.
	const ask = ((method: string, input: unknown) => engine.call(method, input)) as AskEngine
	const searches = searching(readerCall, stops)
	const jobs = makeJobs(publish)
	const tokens = fileTokens(options)
	const parsers = parserPool({
		start: options.startParser,
		log,
		memoryOf: residentMemory,
		most: limits.parsers,
		patience: limits.parserTime,
		memory: limits.parserMemory,
	})
	const parts: AppParts = { options, limits, ask, parsers, jobs, tokens, publish }

	const handlers: Handlers = {
		...forwarded(ask),
		...hostHandlers(parts),
		...originalHandlers(parts),
		...laterHandlers(parts),
		...programHandlers(parts),
		'search.find': (input) => searches.find(input),
		'jobs.cancel': ({ job }) => {
			jobs.cancel(job)
			searches.cancel(job)
			return null
		},
	}

	return {
		bridge: {
			call: dispatcher(handlers, log),
			onChange: (listener) => {
				listeners.add(listener)
				return () => void listeners.delete(listener)
			},
		},
		assets: (version, key) => ask('assets.get', { version, key }),
		issueToken: (path, name) => tokens.issue(path, name),
		show: async (target) => {
			if (!(await ask('targets.find', { target }))) return false
			publish({ kind: 'show', target })
			return true
		},
		originalOf: async (document) => {
			const original = await ask('originals.of', { document })
			return original && { path: originalPath(folder, original.hash), fileName: original.fileName }
		},
		close: once(async () => {
			closed = true
			const stopped = jobs.end()
			parsers.close()
			searches.end()
			await stopped
			// The reader first: the last connection to close tidies the library's files up.
			const started = await reader?.catch(() => null)
			if (started) await closeAndEnd(started, log)
			await closeAndEnd(engine, log)
		}),
	}
}

/** What few starts need. */
const laterHandlers = (parts: AppParts) => ({
	...later(['import.files', 'import.text', 'library.sample'], async () => {
		const { importHandlers } = await import('./handlers/imports.ts')
		return importHandlers(parts)
	}),
	...later(['metadata.preview', 'metadata.apply'], async () => {
		const { metadataHandlers } = await import('./handlers/metadata.ts')
		return metadataHandlers(parts)
	}),
	...later(['tables.preview', 'tables.import'], async () => {
		const { tableHandlers } = await import('./handlers/tables.ts')
		return tableHandlers(parts)
	}),
	...later(['reread.preview', 'reread.apply'], async () => {
		const { rereadingHandlers } = await import('./handlers/rereading.ts')
		return rereadingHandlers(parts)
	}),
	...later(exportMethods, async () => {
		const { exportHandlers } = await import('./export/handlers.ts')
		return exportHandlers(parts)
	}),
})

const exportMethods = [
	'export.preview',
	'export.run',
	'export.last',
	'export.again',
	'export.quotation',
	'export.passage',
	'templates.preset',
	'templates.try',
] as const

async function open(worker: Caller, opening: unknown): Promise<void> {
	await worker.call('open', opening).catch(async (error) => {
		await worker.end()
		throw error
	})
}

async function closeAndEnd(worker: Caller, log: Log): Promise<void> {
	await worker.call('close', null).catch((error: unknown) => {
		if (error instanceof UserError) log('warning', error.message)
		else log('warning', 'A part did not close', error)
	})
	await worker.end()
}

function once(work: () => Promise<void>): () => Promise<void> {
	let done: Promise<void> | null = null
	return () => {
		done ??= work()
		return done
	}
}

/** Whatever nobody else answers is the engine's. */
function forwarded(ask: AskEngine): Handlers<EngineMethod | 'library.info'> {
	const methods = Object.keys(contract) as readonly EngineMethod[]
	const asks = methods.map((method) => [method, (input: never) => ask(method, input)])
	return Object.fromEntries(asks)
}
