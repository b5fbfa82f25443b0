/**
 * Where a ZIP archive lies in a file and what it lists, read without unpacking anything.
 * Format: PKWARE APPNOTE 4.3.12 (central directory) and 4.3.16 (its end record).
 */
export interface ZipDirectory {
	/** The archive without bytes that were put before or after it. */
	readonly bytes: Uint8Array
	/** Offset of the first entry's header in `bytes`. */
	readonly at: number
	/** As the archive says. */
	readonly count: number
}

/** One header of a central directory. */
export interface ListedEntry {
	/** With `/` between folders. */
	readonly name: string
	readonly method: number
	readonly packedSize: number
	/** Offset of the entry's local header. */
	readonly at: number
}

const endRecord = 0x06054b50
const endRecordSize = 22
const entryHeader = 0x02014b50
const entryHeaderSize = 46
/** An end record lies before a comment of at most 65,535 bytes; as much again may have been put after it. */
const searched = 131_072

/** Finds the end record and with it the directory; null where there is none, or it is of the 64-bit kind. */
export function zipDirectory(file: Uint8Array): ZipDirectory | null {
	const view = viewOf(file)
	const lowest = Math.max(0, file.length - searched)
	for (let at = file.length - endRecordSize; at >= lowest; at--) {
		if (file[at] !== 0x50 || view.getUint32(at, true) !== endRecord) continue
		const size = view.getUint32(at + 12, true)
		const offset = view.getUint32(at + 16, true)
		const start = at - size - offset
		if (start < 0) continue
		const end = Math.min(file.length, at + endRecordSize + view.getUint16(at + 20, true))
		return { bytes: file.subarray(start, end), at: offset, count: view.getUint16(at + 10, true) }
	}
	return null
}

/** The entries that a directory lists, at most `limit`; fewer where it is damaged. */
export function* listedEntries({ bytes, at, count }: ZipDirectory, limit: number): Generator<ListedEntry> {
	const view = viewOf(bytes)
	const utf8 = new TextDecoder()
	for (let left = Math.min(count, limit); left > 0; left--) {
		if (at + entryHeaderSize > bytes.length || view.getUint32(at, true) !== entryHeader) return
		const nameEnd = at + entryHeaderSize + view.getUint16(at + 28, true)
		yield {
			name: utf8.decode(bytes.subarray(at + entryHeaderSize, nameEnd)).replaceAll('\\', '/'),
			method: view.getUint16(at + 10, true),
			packedSize: view.getUint32(at + 20, true),
			at: view.getUint32(at + 42, true),
		}
		at = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
	}
}

/** The packed bytes of an entry; null where it does not lie where the directory says. */
export function packedBytes({ bytes }: ZipDirectory, entry: ListedEntry): Uint8Array | null {
	if (entry.at + 30 > bytes.length) return null
	const view = viewOf(bytes)
	const start = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true)
	return bytes.subarray(start, start + entry.packedSize)
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
