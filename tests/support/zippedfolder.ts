import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { zipOf } from './officefiles.ts'

/** A ZIP archive of the files in a folder, also in those inside. */
export function zippedFolder(folder: string): Uint8Array {
	const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.map((name) => join(folder, name))
		.filter((path) => statSync(path).isFile())
		.sort()
	return zipOf(
		Object.fromEntries(
			paths.map((path) => [relative(folder, path).split(sep).join('/'), new Uint8Array(readFileSync(path))]),
		),
	)
}
