import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import * as v from 'valibot'
import type { Log } from '../app/options.ts'
import { makeFolders } from '../store/newfolders.ts'

const whole = v.pipe(v.number(), v.integer())
const schema = v.object({
	/** Folder of the library that was opened last. */
	library: v.fallback(v.nullable(v.string()), null),
	/** Folders of libraries by their ids, so that links to their passages find them. Last used last. */
	libraries: v.fallback(v.record(v.string(), v.string()), {}),
	/** The newest version of the program that was told of. */
	seen: v.fallback(v.nullable(v.string()), null),
	/** The window's place on the screen, in screen pixels, and how much everything in it is enlarged. */
	window: v.fallback(
		v.nullable(
			v.object({
				x: whole,
				y: whole,
				width: whole,
				height: whole,
				maximized: v.boolean(),
				/** 1: as at first. */
				zoom: v.fallback(v.number(), 1),
			}),
		),
		null,
	),
})

/** What Commonplace remembers of a user between runs, outside any library. */
export type Memory = Readonly<v.InferOutput<typeof schema>>

/** What is missing or cannot be understood counts as never seen. */
export function recall(path: string): Memory {
	try {
		return v.parse(schema, JSON.parse(readFileSync(path, 'utf8')))
	} catch {
		return v.parse(schema, {})
	}
}

/** Another file takes the place of the old one at once, so that a crash leaves one of the two. */
export function remember(path: string, change: Partial<Memory>): void {
	makeFolders(dirname(path))
	const written = `${path}.new`
	writeFileSync(written, JSON.stringify({ ...recall(path), ...change }, null, '\t'))
	renameSync(written, path)
}

/** As `remember`, for what stops nothing where it cannot be written, as on a full disk: that is logged. */
export function rememberIfPossible(path: string, change: Partial<Memory>, log: Log): void {
	try {
		remember(path, change)
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error)
		log('warning', `What was open last cannot be remembered for the next start. ${reason}`)
	}
}
