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

export interface Complaint {
	readonly message: string
	readonly detail: string
}

/** Of what a complaint is about that is named: a box is no list. */
const mostNames = 4

const namesOf = (all: readonly string[]): string => {
	const names = all.slice(0, mostNames).map((each) => shortened(each, 300))
	if (all.length > mostNames) names.push(`and ${all.length - mostNames} more`)
	return names.join('\n')
}

/**
 * What the reader is told of files whose library was not opened: they are not added to the one that is open.
 * @param files at least one
 * @param library the folder that was named. Absolute.
 */
export const strayComplaint = (files: readonly string[], library: string): Complaint => ({
	message:
		files.length > 1
			? 'The files were not added: they were meant for another library. Drop them on this window to add them here.'
			: 'The file was not added: it was meant for another library. Drop it on this window to add it here.',
	detail: `${namesOf(files)}\n\nThe library that was named: ${shortened(library, 300)}`,
})

/** What the reader is told, at once, about all paths and addresses that lead nowhere: what happened, what to do. */
export function complaintOf(lost: readonly string[]): Complaint {
	const kinds = lost.map(kindOf)
	return {
		message: [...new Set(kinds)]
			.map((kind) => sentences[kind](kinds.indexOf(kind) !== kinds.lastIndexOf(kind)))
			.join('\n\n'),
		detail: namesOf(lost) + (lost.some(isBare) ? '\n\nIf a command was meant: commonplace --help' : ''),
	}
}

type Kind = 'path' | 'link' | 'address'

const kindOf = (lost: string): Kind => {
	if (!scheme.test(lost) || /^file:/i.test(lost)) return 'path'
	return isLink(lost) ? 'link' : 'address'
}

const sentences: Readonly<Record<Kind, (many: boolean) => string>> = {
	path: (many) =>
		many
			? 'There are no files or folders at these places. They may have been moved or renamed, or lie on a drive that is not there.'
			: 'There is no file or folder at this place. It may have been moved or renamed, or lie on a drive that is not there.',
	link: () =>
		'This link is not whole, or was made by a newer Commonplace. Copy it once more from where it stands.',
	address: () =>
		'Commonplace opens files on this computer and links that begin with commonplace://. Save what is at this address as a file, and open that.',
}

/** A mistyped command is a word alone; files have endings, or folders before them. */
const isBare = (lost: string): boolean => /^[a-z-]+$/i.test(lost)

const shortened = (name: string, most: number): string =>
	name.length <= most ? name : `${name.slice(0, most)}…`

const scheme = /^[a-z][a-z\d+.-]+:/i
const isLink = (word: string): boolean => /^commonplace:/i.test(word)

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
