import { UserError } from '../../corpus/errors.ts'
import type { FileToken } from '../../corpus/ids.ts'

/** A file with its path below what the reader chose: `name` alone, or `folder/…/name`. */
export interface Upload {
	/** Which of the files and folders that the reader chose it is, or lies in: two may have one name. */
	readonly item: number
	readonly path: string
	readonly file: File
}

/**
 * Sends files to the loopback server, one after the other. A folder is one token, however many files
 * it holds. @returns the tokens of the chosen files and folders, in their order
 */
export async function upload(uploads: readonly Upload[]): Promise<readonly FileToken[]> {
	const all = crypto.randomUUID()
	const tokens = new Map<number, FileToken>()
	for (const { item, path, file } of uploads) tokens.set(item, await send(`${all}-${item}`, path, file))
	return [...tokens.values()]
}

async function send(batch: string, path: string, file: File): Promise<FileToken> {
	const response = await fetch(`upload?${new URLSearchParams({ batch, path })}`, {
		method: 'POST',
		headers: { 'content-type': 'application/octet-stream' },
		body: file,
	}).catch(() => null)
	if (response === null)
		throw new UserError('refused', `“${path}” could not be read or sent. Nothing was added; try it again.`)
	const answer: { token: FileToken } | { message: string } = await response.json()
	if ('message' in answer) throw new UserError('refused', answer.message)
	return answer.token
}

/** The files of a drop, folders walked. The items are taken at once: they are gone after the event. */
export async function droppedFiles(data: DataTransfer): Promise<readonly Upload[]> {
	const entries = [...data.items]
		.filter((item) => item.kind === 'file')
		.map((item) => item.webkitGetAsEntry())
	const loose = [...data.files]
	if (entries.some((entry) => entry === null))
		return loose.map((file, item) => ({ item, path: file.name, file }))
	const found = await Promise.all(entries.map((entry) => (entry === null ? [] : walk(entry, ''))))
	return found.flatMap((files, item) => files.map((file) => ({ item, ...file })))
}

async function walk(entry: FileSystemEntry, above: string): Promise<readonly Omit<Upload, 'item'>[]> {
	const path = above + entry.name
	if (isFile(entry)) {
		const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject))
		return [{ path, file }]
	}
	if (!isFolder(entry)) return []
	const reader = entry.createReader()
	const found: Omit<Upload, 'item'>[] = []
	for (;;) {
		// One call answers at most a hundred entries; none means the end.
		const some = await new Promise<FileSystemEntry[]>((resolve, reject) =>
			reader.readEntries(resolve, reject),
		)
		if (some.length === 0) return found
		for (const child of some) found.push(...(await walk(child, `${path}/`)))
	}
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory
