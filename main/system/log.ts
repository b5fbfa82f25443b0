import { appendFileSync, statSync, truncateSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Log } from '../app/options.ts'
import { makeFolders } from '../store/newfolders.ts'

const line = (level: string, message: string, details: unknown): string => {
	if (details === undefined) return `${level}: ${message}\n`
	const more = details instanceof Error ? (details.stack ?? details.message) : JSON.stringify(details)
	return `${level}: ${message} ${more}\n`
}

/** Warnings and errors on standard error: for faces that are started from a terminal. */
export const terminalLog: Log = (level, message, details) => {
	if (level !== 'info') process.stderr.write(line(level, message, details))
}

/** Bytes; a log that has grown past it begins anew. */
const longest = 5_000_000

/** Everything, with its time, in a file that stays small. A log that cannot be written stops nothing. */
export function fileLog(path: string, clock: () => number): Log {
	return (level, message, details) => {
		try {
			makeFolders(dirname(path))
			if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > longest) truncateSync(path)
			appendFileSync(path, `${new Date(clock()).toISOString()} ${line(level, message, details)}`)
		} catch {
			process.stderr.write(line(level, message, details))
		}
	}
}
