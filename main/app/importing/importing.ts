import { UserError } from '../../../corpus/errors.ts'
import type { FileToken } from '../../../corpus/ids.ts'
import type { ImportOutcome, ImportReport } from '../../../preload/calls/library.ts'
import type { AskEngine } from '../enginecalls.ts'
import type { Job } from '../jobs.ts'
import type { Log } from '../options.ts'
import type { ParserPool } from '../parserpool.ts'
import { hashOf } from './filebytes.ts'
import type { Source } from './sources.ts'

export interface ImportingParts {
	readonly ask: AskEngine
	readonly parsers: ParserPool
	/** Keeps the bytes in the library, durably. @throws UserError `disk-full`, `read-only` */
	readonly keepOriginal: (hash: string, bytes: Uint8Array) => Promise<void>
	/** A name by which the page may ask for a file again. */
	readonly tokenOf: (path: string) => FileToken
	readonly log: Log
	/** How many files are read at once. */
	readonly lanes: number
}

/**
 * Imports the sources one by one, as one step of history: whatever becomes of one, the others are not
 * touched by it. Stopped in the middle, it keeps what was added.
 *
 * @param step what the history calls it
 * @returns what became of each, in the order of the sources
 */
export async function importSources(
	sources: readonly Source[],
	step: string,
	job: Job,
	parts: ImportingParts,
): Promise<ImportReport> {
	const outcomes: (readonly ImportOutcome[])[] = []
	const rest = sources.entries()
	let done = 0
	const lane = async () => {
		for (const [index, source] of rest) {
			if (job.signal.aborted) return
			job.progress(source.name, done, sources.length)
			try {
				outcomes[index] = await importOne(source, { name: step, session: job.id }, job.signal, parts)
			} catch (error) {
				if (job.signal.aborted) return
				outcomes[index] = [failed(source, error, parts)]
			}
			done += 1
		}
	}
	await Promise.all(Array.from({ length: parts.lanes }, lane))
	job.progress('', done, sources.length)
	return { outcomes: outcomes.flat(), cancelled: job.signal.aborted && done < sources.length }
}

async function importOne(
	source: Source,
	step: { readonly name: string; readonly session: string },
	signal: AbortSignal,
	{ ask, parsers, keepOriginal, tokenOf }: ImportingParts,
): Promise<readonly ImportOutcome[]> {
	const file = source.name
	if (source.kind === 'refused') {
		const { reason, unknownKind } = source
		return [{ kind: 'refused', file, reason, ...(unknownKind && { unknownKind }) }]
	}
	if (source.kind === 'table') return [{ kind: 'table', file, token: tokenOf(source.path) }]
	// Bibliographies come after the documents that they are about: see `bibliographies.ts`.
	if (source.kind !== 'source') return []
	const bytes = await source.bytes()
	const hash = hashOf(bytes)
	const present = await ask('originals.find', { hash })
	if (present.length > 0) return present.map((document) => ({ kind: 'present', file, ...document }))
	const parsed = await parsers.documents({ fileName: source.fileName, bytes }, source.options, signal)
	const documents =
		source.title && parsed.length === 1
			? parsed.map((document) => ({ ...document, metadata: { ...document.metadata, title: source.title } }))
			: parsed
	await keepOriginal(hash, bytes)
	const added = await ask('documents.add', {
		original: { hash, bytes: bytes.byteLength, fileName: source.fileName, mediaType: source.mediaType },
		documents,
		options: source.options,
		step,
	})
	return added.map(({ kind, document, title, warnings, annotations }) =>
		kind === 'added'
			? { kind, file, document, title, warnings, annotations }
			: { kind, file, document, title },
	)
}

export function failed(
	source: Source,
	error: unknown,
	{ tokenOf, log }: Pick<ImportingParts, 'tokenOf' | 'log'>,
): ImportOutcome {
	const file = source.name
	const reason = reasonOf(error, source, log)
	const isLocked = error instanceof UserError && error.code === 'password'
	if (isLocked && source.kind === 'source' && source.path !== null)
		return { kind: 'locked', file, token: tokenOf(source.path), reason }
	const unknownKind = error instanceof UserError && error.code === 'unknown-kind'
	return { kind: 'refused', file, reason, ...(unknownKind && { unknownKind }) }
}

function reasonOf(error: unknown, source: Source, log: Log): string {
	if (error instanceof UserError) return error.message
	log('error', `Import of ${source.name} failed`, error)
	return 'Commonplace made a mistake on this file. The other files are not touched by it.'
}
