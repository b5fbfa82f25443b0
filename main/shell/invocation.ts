import { resolve } from 'node:path'
import { type Link, parseLink } from '../../corpus/links.ts'

/** What somebody wants who starts the desktop app, or starts it again while it runs. Plain data. */
export interface Invocation {
	/** The library asked for; null when none was. Absolute. */
	readonly library: string | null
	readonly link: Link | null
	/** Files and folders to import. Absolute. */
	readonly files: readonly string[]
}

export const nothing: Invocation = { library: null, link: null, files: [] }

/**
 * @param words the command line without the program itself; switches that are not ours are skipped
 * @param from relative paths start here. Absolute.
 * @param told the library that the surroundings name
 * @param known tells whether a path names something to import (the app's own folder does not)
 */
export function readInvocation(
	words: readonly string[],
	from: string,
	told: string | undefined,
	known: (path: string) => boolean,
): Invocation {
	let library = told ? resolve(from, told) : null
	let link: Link | null = null
	const files: string[] = []
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? ''
		const value = /^--library(?:=(.+))?$/.exec(word)
		if (value) {
			const folder = value[1] ?? words[++at]
			if (folder) library = resolve(from, folder)
		} else if (word.startsWith('commonplace:')) link = parseLink(word)
		else if (!word.startsWith('-') && known(resolve(from, word))) files.push(resolve(from, word))
	}
	return { library, link, files }
}
