import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import mime from 'mime'
import type { DocumentId, VersionId } from '../../corpus/ids.ts'
import type { App } from '../app/options.ts'
import { assetPolicy, commonHeaders, pagePolicy } from './policy.ts'

/** An answer to a GET, whatever carries it. */
export interface Resource {
	readonly status: number
	readonly headers: Readonly<Record<string, string>>
	readonly body: Uint8Array
}

export interface Resources {
	/** Where the built page lies. Absolute. */
	readonly folder: string
	readonly assets: App['assets']
	readonly originalOf: App['originalOf']
}

const pictureTypes: ReadonlySet<string> = new Set([
	'image/png',
	'image/jpeg',
	'image/gif',
	'image/webp',
	'image/avif',
	'image/svg+xml',
])

/**
 * What stands at a path of the page's origin: the files of the built page, and under
 * `/asset/VERSION/KEY` the pictures of documents, under `/original/DOCUMENT` the bytes that a document
 * was imported from. Of the disk, nothing outside the page's folder and the library's originals.
 * @param path as in a URL: begins with `/`, percent-encoded, without query
 */
export async function resource(path: string, from: Resources): Promise<Resource> {
	const parts = decoded(path)
	if (parts === null) return missing
	const [first, version, key] = parts
	if (first === 'asset' && parts.length === 3 && version && key) return picture(from, version, key)
	if (first === 'original' && parts.length === 2 && version) return original(from, version)
	if (!parts.every((part) => /^[\w-][\w.-]*$/.test(part))) return missing
	return pageFile(join(from.folder, ...(parts.length === 0 ? ['index.html'] : parts)))
}

async function picture(from: Resources, version: string, key: string): Promise<Resource> {
	const asset = await from.assets(version as VersionId, key)
	if (asset === null || !pictureTypes.has(asset.mediaType)) return missing
	return found(asset.bytes, asset.mediaType, { 'Content-Security-Policy': assetPolicy })
}

/** Bytes for the page's own code: no browser shows them by themselves, whatever is in them. */
async function original(from: Resources, document: string): Promise<Resource> {
	const place = await from.originalOf(document as DocumentId)
	const bytes = place && (await readFile(place.path).catch(() => null))
	if (!bytes) return missing
	return found(bytes, 'application/octet-stream', { 'Content-Security-Policy': assetPolicy })
}

async function pageFile(path: string): Promise<Resource> {
	const bytes = await readFile(path).catch(() => null)
	if (bytes === null) return missing
	const type = mime.getType(path) ?? 'application/octet-stream'
	const text = type.startsWith('text/') ? `${type}; charset=utf-8` : type
	return found(bytes, text, { 'Content-Security-Policy': pagePolicy })
}

const found = (body: Uint8Array, type: string, headers: Record<string, string>): Resource => ({
	status: 200,
	headers: { ...commonHeaders, 'Content-Type': type, 'Cache-Control': 'no-store', ...headers },
	body,
})

const missing: Resource = {
	status: 404,
	headers: {
		...commonHeaders,
		'Content-Type': 'text/plain; charset=utf-8',
		'Content-Security-Policy': assetPolicy,
	},
	body: new TextEncoder().encode('There is nothing here.'),
}

/** The parts of a path, decoded; null when it cannot be decoded. */
function decoded(path: string): readonly string[] | null {
	try {
		return path
			.split('/')
			.filter((part) => part !== '')
			.map(decodeURIComponent)
	} catch {
		return null
	}
}
