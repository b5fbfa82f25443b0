import { extname } from 'node:path'
import { formats } from '../../importers/protocol.ts'

/** Whether a file of this name is of a kind that can be imported, by its ending. */
export function isSupported(fileName: string): boolean {
	return formats.some(({ endings }) => endings.includes(endingOf(fileName)))
}

/** Why a file of this name cannot be imported, and what can. */
export function unsupported(fileName: string): string {
	const ending = endingOf(fileName)
	const kinds = formats.map(
		({ name, endings }) => `${name} (${endings.map((each) => `.${each}`).join(', ')})`,
	)
	const what = ending
		? `Files ending in .${ending} cannot be read yet.`
		: 'Files without an ending cannot be read.'
	return `${what} Commonplace reads ${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}.`
}

const endingOf = (fileName: string) => extname(fileName).slice(1).toLowerCase()
