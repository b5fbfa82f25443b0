import { UserError } from '../../corpus/errors.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { References } from '../../corpus/reference.ts'
import type { ParseOptions } from '../importers/protocol.ts'
import { cancelled } from './jobs.ts'
import type { Log, ParserProcess } from './options.ts'
import { type CheckedAnswer, checkedDocuments, checkedReferences, checkedRows } from './parseranswer.ts'

/** Reads files in processes of their own: whatever a file does to its parser, it does to nothing else. */
export interface ParserPool {
	/**
	 * @throws UserError `refused` with a sentence when the file cannot be read, takes too long or too much
	 * memory, or its parser died or answered nonsense; `cancelled` when the signal is aborted
	 */
	documents(file: ParserFile, options: ParseOptions, signal: AbortSignal): Promise<readonly ParsedDocument[]>
	/** The rows of a table, under the same limits. */
	table(file: ParserFile, signal: AbortSignal): Promise<readonly (readonly string[])[]>
	/** The entries of a bibliography, under the same limits. */
	references(file: ParserFile, signal: AbortSignal): Promise<References>
	/** Kills all; what waits is answered `cancelled`. */
	close(): void
}

export interface ParserFile {
	readonly fileName: string
	readonly bytes: Uint8Array
}

export interface ParserPoolOptions {
	readonly start: () => ParserProcess
	readonly log: Log
	/** Bytes of memory that a process occupies, seen from outside; null: it cannot be told. */
	readonly memoryOf: (pid: number) => Promise<number | null>
	/** How many processes at once. */
	readonly most: number
	/** Milliseconds for one small file. A large one has more: see `timeFor`. */
	readonly patience: number
	/** Bytes of resident memory of one process. */
	readonly memory: number
}

/** Milliseconds more for each megabyte, and at the most. */
const timePerMegabyte = 4000
const mostTime = 600_000

/** Milliseconds after which a file of this size hangs, as far as one can tell. */
export const timeFor = (bytes: number, patience: number): number =>
	Math.max(patience, Math.min(mostTime, patience + (bytes / 1e6) * timePerMegabyte))

/** Milliseconds between two looks at a parser's memory. */
const lookEvery = 200
/** Milliseconds without work after which a parser is not kept. */
const idleTime = 30_000

interface Parser {
	readonly process: ParserProcess
	/** Of its last request. */
	request: number
	/** Takes what the process does while it has a request; null while it has none. */
	hear: ((event: { message: unknown } | { death: string }) => void) | null
}

type Work =
	| { readonly kind: 'documents'; readonly options: ParseOptions }
	| { readonly kind: 'table' | 'references' }

/** Processes are started when they are needed, and used again as long as they answer well. */
export function parserPool({ start, log, memoryOf, most, patience, memory }: ParserPoolOptions): ParserPool {
	const idle: Parser[] = []
	const running = new Set<Parser>()
	const queue: (() => void)[] = []
	const closing = new AbortController()
	let busy = 0
	let rest: NodeJS.Timeout | undefined

	function started(): Parser {
		const parser: Parser = { process: start(), request: 0, hear: null }
		running.add(parser)
		parser.process.onMessage((message) => {
			if (parser.hear) parser.hear({ message })
			else discard(parser, 'spoke without being asked')
		})
		parser.process.onExit((death) => {
			running.delete(parser)
			if (idle.includes(parser)) idle.splice(idle.indexOf(parser), 1)
			parser.hear?.({ death })
		})
		return parser
	}

	function discard(parser: Parser, why: string): void {
		if (idle.includes(parser)) idle.splice(idle.indexOf(parser), 1)
		running.delete(parser)
		parser.process.kill()
		log('warning', `Parser ${parser.process.pid} was ended: ${why}`)
	}

	/** For the next file, if one comes soon. */
	function keep(parser: Parser): void {
		idle.push(parser)
		clearTimeout(rest)
		rest = setTimeout(() => {
			for (const each of idle.splice(0)) each.process.kill()
		}, idleTime).unref()
	}

	/** Waits for one of the places, and gives it back whatever happens. */
	async function inPlace<Result>(work: () => Promise<Result>): Promise<Result> {
		if (busy < most) busy += 1
		else await new Promise<void>((resolve) => queue.push(resolve))
		try {
			return await work()
		} finally {
			const next = queue.shift()
			if (next) next()
			else busy -= 1
		}
	}

	async function ask<Value>(
		file: ParserFile,
		work: Work,
		check: (answer: unknown, id: number) => CheckedAnswer<Value>,
		signal: AbortSignal,
	): Promise<Value> {
		if (signal.aborted) throw cancelled()
		const parser = idle.pop() ?? started()
		const id = ++parser.request
		const time = timeFor(file.bytes.byteLength, patience)
		const ends: (() => void)[] = []
		const outcome = await new Promise<
			{ readonly answer: unknown } | { readonly end: UserError; readonly why: string }
		>((resolve) => {
			const end = (error: UserError, why: string) => resolve({ end: error, why })
			parser.hear = (event) => {
				if ('death' in event)
					end(refused('The program that reads files broke off on it.'), `died: ${event.death}`)
				else if (!isStale(event.message, id)) resolve({ answer: event.message })
			}
			const abort = () => end(cancelled(), 'cancelled')
			signal.addEventListener('abort', abort)
			const clock = setTimeout(
				() => end(refused(`Reading it took longer than ${Math.round(time / 100) / 10} seconds.`), 'too slow'),
				time,
			)
			const watch = setInterval(async () => {
				const bytes = await memoryOf(parser.process.pid)
				if (bytes !== null && bytes > memory)
					end(refused('Reading it took too much memory.'), `${bytes} bytes of memory`)
			}, lookEvery)
			ends.push(
				() => signal.removeEventListener('abort', abort),
				() => clearTimeout(clock),
				() => clearInterval(watch),
			)
			try {
				parser.process.post({ ...work, id, ...file })
			} catch (error) {
				end(
					refused('The program that reads files could not be handed it. Try again.'),
					`not reached: ${error}`,
				)
			}
		})
		for (const end of ends) end()
		parser.hear = null
		if ('end' in outcome) {
			discard(parser, outcome.why)
			throw outcome.end
		}
		const answer = check(outcome.answer, id)
		if (answer.kind === 'nonsense') {
			discard(parser, `nonsense on ${file.fileName}: ${answer.problem}`)
			throw refused('The program that reads files gave an answer that makes no sense.')
		}
		if (running.has(parser)) keep(parser)
		if (answer.kind === 'refused') throw answer.error
		return answer.value
	}

	const within = (signal: AbortSignal) => AbortSignal.any([signal, closing.signal])
	return {
		documents: (file, options, signal) =>
			inPlace(() => ask(file, { kind: 'documents', options }, checkedDocuments, within(signal))),
		table: (file, signal) => inPlace(() => ask(file, { kind: 'table' }, checkedRows, within(signal))),
		references: (file, signal) =>
			inPlace(() => ask(file, { kind: 'references' }, checkedReferences, within(signal))),
		close: () => {
			closing.abort()
			clearTimeout(rest)
			for (const parser of running) parser.process.kill()
			running.clear()
			idle.length = 0
		},
	}
}

const refused = (sentence: string) => new UserError('refused', sentence)

/** A second answer to an earlier request: no reason to refuse the file that is being read now. */
const isStale = (message: unknown, id: number): boolean =>
	typeof message === 'object' &&
	message !== null &&
	'id' in message &&
	typeof message.id === 'number' &&
	message.id < id
