import { Buffer } from 'node:buffer'
import { inflateRawSync } from 'node:zlib'
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { UserError } from '../../../corpus/errors.ts'
import { decode } from '../decoding/decode.ts'
import { zipDirectory } from './directory.ts'

/** The files in a ZIP archive, in memory. Nothing is ever written anywhere. */
export interface Archive {
	/** Of its files, with `/` between folders, in the archive's order. */
	readonly names: readonly string[]
	/**
	 * The unpacked bytes of a file; null where there is none of this name.
	 *
	 * @throws UserError `refused` where the file is damaged, locked with a password, or too large
	 */
	read(name: string): Promise<Uint8Array | null>
	/** The same as text, its encoding told by its byte order mark, its declaration, or its bytes. */
	text(name: string): Promise<string | null>
}

const maxEntries = 10_000
/** What all reads of one archive together may unpack: bytes. */
const maxUnpacked = 512_000_000
/** Honest files of text shrink to a tenth, repetitive ones to a hundredth. */
const maxRatio = 200
/** Below this a file may shrink as much as it likes: bytes. */
const smallEntry = 32_000_000

/**
 * Opens a ZIP archive. Bytes before and after it do no harm. Refused are archives with absolute names or
 * such that lead outside of it (`..`), with too many files, and such whose directory cannot be read.
 *
 * @throws UserError `refused` with a sentence why
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
	const { buffer, byteOffset, byteLength } = zipDirectory(bytes)?.bytes ?? bytes
	const zip = await fromBufferPromise(Buffer.from(buffer, byteOffset, byteLength)).catch(refuse)
	if (zip.entryCount > maxEntries)
		throw refusal(`The archive holds ${zip.entryCount} files; more than ${maxEntries} are not read.`)
	const entries = await entriesOf(zip).catch(refuse)
	const unpack = unpacker(zip, new Uint8Array(buffer, byteOffset, byteLength))
	const read = async (name: string) => {
		const entry = entries.get(name)
		return entry === undefined ? null : unpack(entry)
	}
	return {
		names: [...entries.keys()],
		read,
		async text(name) {
			const content = await read(name)
			if (content === null) return null
			return decode(content, true)?.text ?? new TextDecoder().decode(content)
		},
	}
}

/** By name; where one occurs twice the later one counts, as in archives that were written on. */
async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
	const entries = new Map<string, Entry>()
	for await (const entry of zip.eachEntry())
		if (!entry.fileName.endsWith('/')) entries.set(entry.fileName, entry)
	return entries
}

/** Unpacks entries until they are too much together. */
function unpacker(zip: ZipFile, bytes: Uint8Array): (entry: Entry) => Promise<Uint8Array> {
	let left = maxUnpacked
	return async (entry) => {
		const { fileName, compressedSize, uncompressedSize, compressionMethod } = entry
		if (entry.isEncrypted())
			throw refusal(`“${fileName}” inside the archive is locked with a password, so it cannot be read.`)
		left -= uncompressedSize
		const isBomb = uncompressedSize > smallEntry && uncompressedSize > compressedSize * maxRatio
		if (left < 0 || isBomb)
			throw refusal(
				'The archive unpacks to far more than a document would, as files made to do harm do. It was not opened.',
			)
		const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).catch(refuse)
		const packed = bytes.subarray(fileDataStart, fileDataStart + compressedSize)
		if (compressionMethod === 0) return packed
		if (compressionMethod !== 8)
			throw refusal(`“${fileName}” inside the archive is packed in an unusual way and cannot be read.`)
		const content = inflated(packed, uncompressedSize)
		if (content?.length !== uncompressedSize)
			throw refusal(`The archive is damaged: “${fileName}” inside it cannot be unpacked.`)
		return content
	}
}

/** Null where the bytes are damaged, or unpack to more than they should. */
function inflated(packed: Uint8Array, size: number): Uint8Array | null {
	try {
		return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) })
	} catch {
		return null
	}
}

/** What yauzl says, as a sentence for people. */
function refuse(error: unknown): never {
	const reason = error instanceof Error ? error.message : String(error)
	if (/^(absolute path|invalid relative path|invalid characters in fileName)/.test(reason))
		throw refusal(
			'The archive names files outside of itself, as files made to do harm do. It was not opened.',
		)
	if (reason.includes('encryption')) throw refusal('The archive is encrypted, so it cannot be read.')
	if (reason.startsWith('multi-disk')) throw refusal('The archive is only one part of several.')
	if (reason.startsWith('End of central directory'))
		throw refusal('The file is no ZIP archive, or its end is missing: perhaps it was not loaded wholly.')
	throw refusal('The archive is damaged: the list of what is in it cannot be read.')
}

const refusal = (sentence: string): UserError => new UserError('refused', sentence)
