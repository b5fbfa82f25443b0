import { extname } from 'node:path'
import { type Format, formats, remedies } from '../../importers/formats.ts'

/** The format of a file of this name, by its ending; undefined when it cannot be imported. */
export function formatOf(fileName: string): Format | undefined {
	return formats.find(({ endings }) => endings.includes(endingOf(fileName)))
}

/** Why a file with this ending cannot be imported, and what to do; a kind that nobody knows has no remedy. */
export function unsupported(fileName: string): { readonly reason: string; readonly unknownKind: boolean } {
	const remedy = remedies.get(endingOf(fileName))
	return remedy === undefined
		? { reason: `Files ending in .${endingOf(fileName)} cannot be read.`, unknownKind: true }
		: { reason: `“${fileName}” cannot be read. ${remedy}`, unknownKind: false }
}

const endingOf = (fileName: string) => extname(fileName).slice(1).toLowerCase()
