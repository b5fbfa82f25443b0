import { readFileSync, writeFileSync } from 'node:fs'
import type { ParserProcess } from '../../main/app/options.ts'

/** What became of one file in its parser. */
export interface Parsing {
	readonly ending: 'answered' | 'crashed' | 'killed'
	/** Between the question and the answer, in ms. */
	readonly time: number
	/** The most memory that the process occupied meanwhile, in bytes; null where that cannot be told. */
	readonly memory: number | null
	/** What the log should say of a crash or a bug. */
	readonly detail: string
}

/**
 * A parser whose files are told of: the same process, watched from between it and the application.
 * @param tell is called once for each file
 */
export function watched(parser: ParserProcess, tell: (parsing: Parsing) => void): ParserProcess {
	let began: number | null = null
	const end = (ending: Parsing['ending'], detail: string) => {
		if (began === null) return
		const time = performance.now() - began
		began = null
		tell({ ending, time, memory: peakMemory(parser.pid), detail })
	}
	return {
		pid: parser.pid,
		post(message) {
			forgetPeak(parser.pid)
			began = performance.now()
			parser.post(message)
		},
		onMessage: (listener) =>
			parser.onMessage((message) => {
				end(isBug(message) ? 'crashed' : 'answered', isBug(message) ? message.message : '')
				listener(message)
			}),
		onExit: (listener) =>
			parser.onExit((reason) => {
				end('crashed', reason)
				listener(reason)
			}),
		kill() {
			end('killed', '')
			parser.kill()
		},
	}
}

/** An answer that tells of a mistake in an importer. */
const isBug = (message: unknown): message is { readonly message: string } =>
	typeof message === 'object' && message !== null && 'code' in message && message.code === 'internal'

/** Linux keeps the peak of each process; others tell nothing. */
function peakMemory(pid: number): number | null {
	try {
		const kilobytes = /^VmHWM:\s*(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
		return kilobytes ? Number(kilobytes) * 1024 : null
	} catch {
		return null
	}
}

function forgetPeak(pid: number): void {
	try {
		writeFileSync(`/proc/${pid}/clear_refs`, '5')
	} catch {
		// The peak then counts from the start of the process.
	}
}
