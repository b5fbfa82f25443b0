import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { strToU8, type Zippable, zipSync } from 'fflate'

/** A ZIP archive of texts by their names. */
export const zipped = (files: Readonly<Record<string, string>>): Uint8Array =>
	zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])))

/** A ZIP archive of the files in a folder. */
export function zippedFolder(folder: string): Uint8Array {
	const files: Zippable = {}
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const path = join(folder, name)
		if (statSync(path).isFile())
			files[relative(folder, path).split(sep).join('/')] = new Uint8Array(readFileSync(path))
	}
	return zipSync(files)
}
