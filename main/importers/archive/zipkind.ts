import { inflateRawSync } from 'node:zlib'
import { type ListedEntry, listedEntries, packedBytes, type ZipDirectory, zipDirectory } from './directory.ts'

/** What a ZIP archive is; `other` is any archive that is none of these. */
export type ZipKind = 'epub' | 'docx' | 'xlsx' | 'pptx' | 'odt' | 'ods' | 'odp' | 'other'

/** By the beginning of the `mimetype` file that EPUB and OpenDocument ask for. */
const mediaTypes: readonly (readonly [mediaType: string, kind: ZipKind])[] = [
	['application/epub+zip', 'epub'],
	['application/vnd.oasis.opendocument.text', 'odt'],
	['application/vnd.oasis.opendocument.spreadsheet', 'ods'],
	['application/vnd.oasis.opendocument.presentation', 'odp'],
]

/** Where there is no such file: by names in the archive, or the folder of such names. */
const tellingNames: readonly (readonly [name: string, kind: ZipKind])[] = [
	['META-INF/container.xml', 'epub'],
	['word/', 'docx'],
	['xl/', 'xlsx'],
	['ppt/', 'pptx'],
]

/** More names are not looked at. */
const maxNames = 10_000

/**
 * What a file is if it is a ZIP archive; null if it is none. Looks at the archive's directory alone and
 * unpacks at most the few bytes of its `mimetype`.
 */
export function zipKind(file: Uint8Array): ZipKind | null {
	const directory = zipDirectory(file)
	if (directory === null) return startsAsZip(file) ? (kindOfBeginning(file) ?? 'other') : null
	const told = kindOfBeginning(directory.bytes)
	if (told !== null) return told
	let found: ZipKind = 'other'
	for (const entry of listedEntries(directory, maxNames)) {
		if (entry.name === 'mimetype') {
			const kind = kindOf(unpackedBeginning(directory, entry))
			if (kind !== null) return kind
		}
		const telling = tellingNames.find(([name]) => entry.name === name || entry.name.startsWith(name))
		if (telling !== undefined && found === 'other') found = telling[1]
	}
	return found
}

const startsAsZip = (bytes: Uint8Array): boolean => latin1(bytes.subarray(0, 4)) === 'PK\x03\x04'

/** As the formats ask for: `mimetype` is the first file and not packed. */
function kindOfBeginning(bytes: Uint8Array): ZipKind | null {
	const beginning = latin1(bytes.subarray(30, 130))
	return beginning.startsWith('mimetype') ? kindOf(beginning.slice('mimetype'.length)) : null
}

const kindOf = (mediaType: string): ZipKind | null =>
	mediaTypes.find(([beginning]) => mediaType.trimStart().startsWith(beginning))?.[1] ?? null

function unpackedBeginning(directory: ZipDirectory, entry: ListedEntry): string {
	const packed = packedBytes(directory, entry)?.subarray(0, 200)
	if (packed === undefined) return ''
	if (entry.method === 0) return latin1(packed)
	try {
		return latin1(inflateRawSync(packed, { maxOutputLength: 1000 }))
	} catch {
		return ''
	}
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
