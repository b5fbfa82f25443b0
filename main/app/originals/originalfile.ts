import { extname } from 'node:path'
import { UserError } from '../../../corpus/errors.ts'
import { fileNameOf } from '../../exporters/filenames.ts'
import { type Format, formats } from '../../importers/formats.ts'
import { originalPath } from '../../store/originals.ts'
import { bytesOf, hashOf } from '../importing/filebytes.ts'

/** What the library knows of the file that a document was imported from. */
export interface KnownOriginal {
	/** SHA-256, in hex. */
	readonly hash: string
	/** How many. */
	readonly bytes: number
	readonly fileName: string
	/** Name of the importer that read it. */
	readonly importer: string
}

/**
 * The bytes of an original, to the letter as they were imported.
 *
 * @param folder the library's. Absolute
 * @throws UserError `not-found` where the file is missing, `refused` where it is not what was imported
 */
export async function originalBytes(folder: string, original: KnownOriginal): Promise<Uint8Array> {
	const { hash, bytes: size, fileName } = original
	const bytes = await bytesOf(originalPath(folder, hash), size).catch((error) => {
		if (error instanceof UserError) return null
		throw error
	})
	if (bytes === null)
		throw new UserError(
			'not-found',
			`The original of “${fileName}” is missing from the library's folder, or cannot be read. Its text, highlights and notes are safe. A backup of the folder “originals” may still hold it.`,
		)
	if (bytes.length !== size || hashOf(bytes) !== hash)
		throw new UserError(
			'refused',
			`The original of “${fileName}” was changed or damaged on the disk: it is not what was imported. Its text, highlights and notes are safe. A backup of the folder “originals” may still hold it.`,
		)
	return bytes
}

/**
 * What a copy of an original is called: as the file was, made safe for every file system. It always ends like
 * a document that its importer reads, so that no system takes it for a program.
 */
export function copyName({ fileName, importer }: Pick<KnownOriginal, 'fileName' | 'importer'>): string {
	const ending = extname(fileName)
	const own = formats.find((format) => format.importer === importer)
	if (formats.some((format) => hasEnding(format, ending)))
		return `${fileNameOf(fileName.slice(0, -ending.length))}${ending.toLowerCase()}`
	return `${fileNameOf(fileName)}.${own?.endings[0] ?? 'txt'}`
}

const hasEnding = ({ endings }: Format, ending: string): boolean =>
	endings.includes(ending.slice(1).toLowerCase())
