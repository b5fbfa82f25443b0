import { isLink } from './invocation.ts'

/** What the reader is told of a start that asked for what cannot be. */
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
