import { extname } from 'node:path'
import { type Format, formats, remedies } from '../../importers/formats.ts'

/** The format of a file of this name, by its ending; undefined when it cannot be imported. */
export function formatOf(fileName: string): Format | undefined {
	return formats.find(({ endings }) => endings.includes(endingOf(fileName)))
}

/** Why a file with this ending cannot be imported, and what to do or what can. */
export function unsupported(fileName: string): string {
	const remedy = remedies.get(endingOf(fileName))
	if (remedy !== undefined) return `“${fileName}” cannot be read. ${remedy}`
	const kinds = formats.map(
		({ name, endings }) => `${name} (${endings.map((each) => `.${each}`).join(', ')})`,
	)
	return `Files ending in .${endingOf(fileName)} cannot be read yet. Commonplace reads ${kinds.slice(0, -1).join(', ')} and ${kinds.at(-1)}.`
}

const endingOf = (fileName: string) => extname(fileName).slice(1).toLowerCase()
