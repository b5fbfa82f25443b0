import { extname } from 'node:path'
import { type Format, formats } from '../../importers/protocol.ts'

/** The format of a file of this name, by its ending; undefined when it cannot be imported. */
export function formatOf(fileName: string): Format | undefined {
	return formats.find(({ endings }) => endings.includes(endingOf(fileName)))
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
