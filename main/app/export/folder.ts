import { randomUUID } from 'node:crypto'
import { lstat, open, readdir, readFile, realpath, rename, rmdir, stat, unlink } from 'node:fs/promises'
import { dirname, join, sep } from 'node:path'
import { UserError } from '../../../corpus/errors.ts'
import { readParts, type Subject } from '../../exporters/parts.ts'
import { makeFolders } from '../../store/newfolders.ts'

/** A Markdown file that is there, as far as export looks at it. */
export interface FoundFile {
	/** Relative to the folder, with `/`. */
	readonly path: string
	readonly text: string
	/** What it is about, when Commonplace wrote it. */
	readonly subject: Subject | null
}

/** Larger files are nobody's notes. Bytes. */
const largest = 50_000_000
const mostFiles = 100_000

/**
 * The Markdown files that Commonplace wrote to a folder, wherever below it they lie now, and the paths of
 * everything else in it. Links are not followed, hidden folders not entered.
 */
export async function scanFolder(
	folder: string,
	signal: AbortSignal,
): Promise<{ ours: readonly FoundFile[]; others: readonly string[] }> {
	const ours: FoundFile[] = []
	const others: string[] = []
	const waiting = ['']
	for (let under = waiting.pop(); under !== undefined; under = waiting.pop()) {
		for (const item of await listing(join(folder, under))) {
			signal.throwIfAborted()
			const path = under === '' ? item.name : `${under}/${item.name}`
			if (item.isDirectory() && !item.name.startsWith('.')) waiting.push(path)
			const found = item.isFile() && path.endsWith('.md') ? await readOurs(folder, path) : null
			if (found) ours.push(found)
			else others.push(path)
			if (ours.length + others.length > mostFiles) {
				throw new UserError(
					'refused',
					'This folder holds more than 100,000 files. Choose a folder of its own for the export; nothing was written.',
				)
			}
		}
	}
	return { ours, others }
}

/**
 * @throws UserError `not-found` where there is no such folder: making it anew in the place of a drive that is
 * missing would put the files where nobody looks for them
 */
export async function mustBeFolder(folder: string): Promise<void> {
	const state = await stat(folder).catch(() => null)
	if (state?.isDirectory()) return
	throw new UserError(
		'not-found',
		`The folder “${folder}” is not there any more. It may lie on a drive that is not connected. Nothing was written; connect the drive and export again, or export to another folder.`,
	)
}

async function listing(folder: string) {
	try {
		return await readdir(folder, { withFileTypes: true })
	} catch (error) {
		if (isMissing(error)) return []
		throw explained(error, folder)
	}
}

async function readOurs(folder: string, path: string): Promise<FoundFile | null> {
	const text = await readText(folder, path)
	if (!text?.includes('<!-- commonplace:')) return null
	const { subject } = readParts(text)
	return subject ? { path, text, subject } : null
}

/** A file's text; null where there is none, or what is there is no plain file of UTF-8. */
export async function readText(folder: string, path: string): Promise<string | null> {
	const full = join(folder, path)
	try {
		const state = await lstat(full)
		if (!state.isFile() || state.size > largest) return null
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(full))
	} catch (error) {
		if (error instanceof TypeError || isMissing(error)) return null
		throw explained(error, full)
	}
}

/** Whether anything stands at this path: a file of any kind, a folder, a link. */
export async function isTaken(folder: string, path: string): Promise<boolean> {
	const full = join(folder, path)
	try {
		await lstat(full)
		return true
	} catch (error) {
		if (isMissing(error)) return false
		throw explained(error, full)
	}
}

/** Gives a file another name. What stands there already, if it is not this very file, is lost. */
export async function renameFile(folder: string, from: string, to: string): Promise<void> {
	const full = join(folder, to)
	try {
		await rename(join(folder, from), full)
	} catch (error) {
		throw explained(error, full)
	}
}

/** Writes a file whole or not at all: to a neighbour first, to the disk, then into its place. */
export async function writeText(folder: string, path: string, text: string): Promise<void> {
	const full = join(folder, path)
	const neighbour = join(dirname(full), `.${randomUUID()}.tmp`)
	try {
		makeFolders(dirname(full))
		await mustLieInside(folder, dirname(full))
		const file = await open(neighbour, 'wx')
		try {
			await file.writeFile(text)
			await file.sync()
		} finally {
			await file.close()
		}
		await rename(neighbour, full)
	} catch (error) {
		await unlink(neighbour).catch(() => {})
		throw explained(error, full)
	}
}

/** A link among the folders on the way could lead anywhere. */
async function mustLieInside(folder: string, place: string): Promise<void> {
	const [top, real] = await Promise.all([realpath(folder), realpath(place)])
	if (real === top || real.startsWith(top + sep)) return
	throw new UserError(
		'refused',
		`“${place}” is a link that leads out of the chosen folder: nothing is written there.`,
	)
}

/** Removes a file, and the folder that it leaves empty. */
export async function removeFile(folder: string, path: string): Promise<void> {
	const full = join(folder, path)
	try {
		await unlink(full)
	} catch (error) {
		if (!isMissing(error)) throw explained(error, full)
	}
	if (dirname(full) !== folder) await rmdir(dirname(full)).catch(() => {})
}

const codeOf = (error: unknown): string =>
	error instanceof Error && 'code' in error ? String(error.code) : ''

/** Nothing is there, or below a file, where nothing can be. */
const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error))

function explained(error: unknown, path: string): Error {
	switch (codeOf(error)) {
		case 'EACCES':
		case 'EPERM':
		case 'EROFS':
			return new UserError(
				'read-only',
				`“${path}” may not be written. Files that were written before it are whole; choose another folder, or change its permissions.`,
			)
		case 'ENOSPC':
		case 'EDQUOT':
			return new UserError(
				'disk-full',
				'The disk is full. Files that were written before are whole, none is half written. Free some space and export again.',
			)
		default:
			return error instanceof Error ? error : new Error(String(error))
	}
}
