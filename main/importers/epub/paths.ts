import type { Archive } from '../archive/archive.ts'
import { targetName } from '../hast/links.ts'

/** A place in a book. */
export interface Target {
	/** Of the file, from the top of the archive. */
	readonly path: string
	/** The id in the file; '' for its beginning. */
	readonly fragment: string
}

/** Stands for the archive's top, so that relative addresses can be completed as on the web. */
const top = 'http://book.invalid/'

/**
 * Where an address leads from a file of the book; null where it leads out of the book. Names of folders
 * above the archive's top are overlooked, as reading systems do.
 */
export function targetOf(href: string, from: string): Target | null {
	const base = top + from.split('/').map(encodeURIComponent).join('/')
	const address = href.trim()
	if (!URL.canParse(address, base)) return null
	const url = new URL(address, base)
	if (url.protocol !== 'http:' || url.host !== 'book.invalid') return null
	return { path: decoded(url.pathname.slice(1)), fragment: url.hash === '' ? '' : targetName(url.hash) }
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path)
	} catch {
		return path
	}
}

/** The name under which an archive holds a file: as it is written, else in other letter case or composition. */
export function namesIn(archive: Archive): (path: string) => string | null {
	const exact = new Set(archive.names)
	const folded = new Map(archive.names.map((name) => [fold(name), name]))
	return (path) => (exact.has(path) ? path : (folded.get(fold(path)) ?? null))
}

const fold = (name: string): string => name.normalize('NFC').toLowerCase()
