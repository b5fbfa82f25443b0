import { existsSync, lstatSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'
import { listPackage, statFile } from '@electron/asar'

/** A part of the unpacked program. */
export interface Part {
	readonly name: string
	/** In bytes. */
	readonly size: number
}

/**
 * The parts of an unpacked program, largest first: its files, and in place of its archive the archive's
 * folders, three levels deep. @param folder absolute
 */
export function partsOf(folder: string): readonly Part[] {
	const sizes = new Map<string, number>()
	const count = (name: string, size: number) => sizes.set(name, (sizes.get(name) ?? 0) + size)
	for (const path of filesBelow(folder)) {
		const name = relative(folder, path)
		if (!name.endsWith('.asar')) count(name, lstatSync(path).size)
		else
			for (const entry of contentsOf(path))
				count(`${name}: ${entry.name.split('/').slice(0, 3).join('/')}`, entry.size)
	}
	return [...sizes].map(([name, size]) => ({ name, size })).toSorted((a, b) => b.size - a.size)
}

/** The files inside an archive, without those that lie unpacked beside it. */
export function contentsOf(archive: string): readonly Part[] {
	return listPackage(archive, { isPack: true }).flatMap((line) => {
		const packed = /^pack\s+:\s+[\\/](.+)$/.exec(line)?.[1]
		if (packed === undefined) return []
		const entry = statFile(archive, packed)
		return 'size' in entry ? [{ name: packed.replaceAll('\\', '/'), size: entry.size }] : []
	})
}

/** The paths of all files of a folder; none when it is not there. @param folder absolute */
export function filesBelow(folder: string): readonly string[] {
	if (!existsSync(folder)) return []
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name)
		return entry.isDirectory() ? filesBelow(path) : [path]
	})
}

/** @param size in bytes */
export const megabytes = (size: number): string => `${(size / 1e6).toFixed(1)} MB`
