import { mkdtempSync, rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 } from 'uuid'
import { UserError } from '../../corpus/errors.ts'
import type { DocumentId, FileToken, JobId } from '../../corpus/ids.ts'
import type { Page } from '../../corpus/page.ts'
import type { ReadingText } from '../../corpus/readingtext.ts'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { startChildParser } from '../../main/app/childparser.ts'
import { createApp } from '../../main/app/createapp.ts'
import type { ImportOutcome } from '../../preload/calls/library.ts'
import type { Input, Method, Output } from '../../preload/contract.ts'
import { asThreads, bareProgram, silentHost } from '../app/support/world.ts'
import { type Parsing, watched } from './watchedparser.ts'

/** What became of one file. */
export interface Tried {
	readonly path: string
	readonly bytes: number
	/** `locked`: it asks for a password that was not given, or another one. */
	readonly outcome: 'added' | 'locked' | 'refused' | 'crashed' | 'timed out' | 'too much memory'
	/** Why it is not in the library; what the parser died of. */
	readonly reason: string
	/** In its parser; null where it was refused before. */
	readonly parsing: Parsing | null
	readonly documents: readonly Imported[]
	/** How the texts break their invariants. */
	readonly unsound: readonly string[]
}

/** One document that a file gave, as the page would get it. */
export interface Imported {
	readonly title: string
	readonly importer: string
	readonly text: ReadingText
	readonly pages: readonly Page[]
}

export interface Trial {
	/** Imports one file, as if its reader had chosen it. Never throws for what is in the file. */
	readonly file: (path: string, password: string | null) => Promise<Tried>
	/** Closes the application and removes its library. */
	readonly close: () => Promise<void>
}

export interface TrialOptions {
	/** Milliseconds for one file. */
	readonly patience: number
	/** The parser's module. Absolute. */
	readonly parser: string
}

/** An application on a scratch library, with real parser processes. */
export async function openTrial({ patience, parser }: TrialOptions): Promise<Trial> {
	const folder = mkdtempSync(join(tmpdir(), 'commonplace-sweep-'))
	let parsing: Parsing | null = null
	const app = await createApp({
		folder: join(folder, 'library'),
		face: 'command-line',
		appVersion: '0.0.0',
		program: bareProgram,
		clock: Date.now,
		newId: v7,
		log: () => {},
		host: silentHost,
		startWorker: asThreads,
		startParser: () =>
			watched(startChildParser(parser), (told) => {
				parsing = told
			}),
		limits: { parsers: 1, parserTime: patience },
	})
	/** The contract promises what a method answers, and both ends are compiled against it: hence the cast. */
	const call = async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
		const reply = await app.bridge.call(method, input)
		if (!reply.ok) throw new UserError(reply.code, reply.message)
		return reply.value as Output<M>
	}

	async function importing(
		files: readonly FileToken[],
		password: string | null,
	): Promise<readonly ImportOutcome[]> {
		const input = { job: v7() as JobId, files: [...files], html: 'article' as const }
		return (await call('import.files', password === null ? input : { ...input, password })).outcomes
	}

	async function imported(id: DocumentId): Promise<Imported> {
		const { format, metadata } = await call('documents.get', { id })
		const sizes = await call('documents.pages', { id })
		const runs = sizes.length === 0 ? [] : await call('documents.runs', { id, from: 0, to: sizes.length })
		const pages = sizes.map((size, at) => ({ ...size, runs: runs[at] ?? [] }))
		return {
			title: metadata.title,
			importer: format,
			text: await call('documents.text', { id }),
			pages,
		}
	}

	/** Makes documents of a table's rows, its columns as they are guessed. */
	async function rowsOf(file: FileToken): Promise<readonly DocumentId[]> {
		const ids = async () => (await call('documents.list', {})).map(({ id }) => id)
		const before = new Set(await ids())
		const { reading } = await call('tables.preview', { file })
		await call('tables.import', {
			job: v7() as JobId,
			file,
			reading: { ...reading, columns: [...reading.columns] },
			repeated: true,
		})
		return (await ids()).filter((id) => !before.has(id))
	}

	/** What a reader would do with a file: gives its password, takes its rows. */
	async function tryIt(path: string, password: string | null): Promise<Outcome> {
		const files = [app.issueToken(path)]
		let outcomes = await importing(files, null)
		const locked = outcomes.flatMap((each) => (each.kind === 'locked' ? [each.token] : []))
		if (locked.length > 0 && password !== null) outcomes = await importing(locked, password)
		const documents: DocumentId[] = []
		for (const outcome of outcomes) {
			if ('document' in outcome) documents.push(outcome.document)
			if (outcome.kind === 'table') documents.push(...(await rowsOf(outcome.token)))
		}
		const refusal = outcomes.find((each) => each.kind === 'refused' || each.kind === 'locked')
		return { kind: refusal?.kind ?? 'added', reason: refusal?.reason ?? '', documents }
	}

	return {
		async file(path, password) {
			parsing = null
			const { kind, reason, documents } = await tryIt(path, password).catch(failed)
			const ended = endingOf(parsing, patience)
			const texts = await Promise.all(documents.map(imported))
			return {
				path,
				bytes: (await stat(path)).size,
				parsing,
				outcome: ended ?? kind,
				reason: [reason, ended ? detailOf(parsing) : ''].filter(Boolean).join(' — '),
				documents: texts,
				unsound: texts.flatMap(({ text }) => checkReadingText(text)),
			}
		},
		async close() {
			await app.close()
			rmSync(folder, { recursive: true, force: true })
		},
	}
}

interface Outcome {
	readonly kind: 'added' | 'locked' | 'refused' | 'crashed'
	readonly reason: string
	readonly documents: readonly DocumentId[]
}

/** A call that was answered with a sentence for the reader is a refusal, everything else a bug. */
const failed = (error: unknown): Outcome => ({
	kind: error instanceof UserError && error.code === 'refused' ? 'refused' : 'crashed',
	reason: error instanceof Error ? error.message : String(error),
	documents: [],
})

const detailOf = (parsing: Parsing | null): string => parsing?.detail ?? ''

/** What the parser's end means; null: it answered. */
function endingOf(parsing: Parsing | null, patience: number): Tried['outcome'] | null {
	if (parsing === null || parsing.ending === 'answered') return null
	if (parsing.ending === 'crashed') return 'crashed'
	return parsing.time >= patience ? 'timed out' : 'too much memory'
}
