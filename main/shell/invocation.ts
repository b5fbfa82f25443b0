import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Link, parseLink } from '../../corpus/links.ts'

/** What somebody wants who starts the desktop app, or starts it again while it runs. Plain data. */
export interface Invocation {
	/** The library asked for; null when none was. Absolute. */
	readonly library: string | null
	readonly link: Link | null
	/** Files and folders to import. Absolute. */
	readonly files: readonly string[]
	/** What was asked for and cannot be: paths where nothing is, addresses that lead nowhere. As written. */
	readonly lost: readonly string[]
}

export const nothing: Invocation = { library: null, link: null, files: [], lost: [] }

/** Whether a word is an address of ours, whole or not. */
export const isLink = (word: string): boolean => /^commonplace:/i.test(word)

/** File managers write paths as addresses. @returns null for an address of no file of this computer */
function pathOf(word: string, from: string): string | null {
	if (!/^file:/i.test(word)) return resolve(from, word)
	try {
		return fileURLToPath(word)
	} catch {
		return null
	}
}

/** What a link or a file that the system hands over asks for. @param exists tells whether something is at a path */
export function invocationOf(
	word: string,
	from: string,
	exists: (path: string) => boolean,
): Pick<Invocation, 'link' | 'files' | 'lost'> {
	if (isLink(word)) {
		const link = parseLink(word)
		return { link, files: [], lost: link === null ? [word] : [] }
	}
	const path = pathOf(word, from)
	return path !== null && exists(path)
		? { link: null, files: [path], lost: [] }
		: { link: null, files: [], lost: [word] }
}

/**
 * @param words the command line without the program itself; switches that are not ours are skipped
 * @param from relative paths start here. Absolute.
 * @param told the library that the surroundings name
 * @param own the folder of the app itself, which Electron is told in a checkout. Absolute.
 * @param exists tells whether something is at a path
 */
export function readInvocation(
	words: readonly string[],
	from: string,
	told: string | undefined,
	own: string,
	exists: (path: string) => boolean,
): Invocation {
	let library = told ? resolve(from, told) : null
	let link: Link | null = null
	const files: string[] = []
	const lost: string[] = []
	for (let at = 0; at < words.length; at += 1) {
		const word = words[at] ?? ''
		const value = /^--library(?:=(.+))?$/.exec(word)
		if (value) {
			const folder = value[1] ?? words[++at]
			if (folder) library = resolve(from, folder)
		} else if (word !== '' && !word.startsWith('-') && resolve(from, word) !== own) {
			const asked = invocationOf(word, from, exists)
			link = asked.link ?? link
			files.push(...asked.files)
			lost.push(...asked.lost)
		}
	}
	return { library, link, files, lost }
}
