import { basename, extname } from 'node:path'
import type { ParseOptions } from '../../importers/protocol.ts'
import { bytesOf } from './filebytes.ts'
import type { FoundFile } from './filewalk.ts'
import { formatOf, unsupported } from './supported.ts'

/** Something to import, wherever its bytes come from. */
export type Source =
	| {
			readonly kind: 'source'
			/** For people. */
			readonly name: string
			/** With its ending, without a folder. */
			readonly fileName: string
			/** Where the file lies; null where there is none. */
			readonly path: string | null
			readonly mediaType: string
			readonly options: ParseOptions
			/** In place of what the source itself says. '' : as it says. */
			readonly title: string
			/** @throws UserError `refused` */
			readonly bytes: () => Promise<Uint8Array>
	  }
	/** A table of texts, or a bibliography: neither is a document. */
	| { readonly kind: 'table' | 'references'; readonly name: string; readonly path: string }
	/** One of the two: what is in it tells. */
	| { readonly kind: 'json'; readonly name: string; readonly path: string; readonly chosen: boolean }
	| {
			readonly kind: 'refused'
			readonly name: string
			readonly reason: string
			readonly unknownKind?: boolean
	  }

/** @param most bytes of one file */
export function sourceOfFile(found: FoundFile, options: ParseOptions, most: number): Source {
	if (found.kind === 'refused') return found
	const fileName = basename(found.path)
	const format = formatOf(fileName)
	const { name, path, chosen } = found
	if (format?.importer === 'table') return { kind: 'table', name, path }
	if (/\.(bib|bibtex|biblatex|ris|rdf)$/i.test(fileName)) return { kind: 'references', name, path }
	if (/\.json$/i.test(fileName)) return { kind: 'json', name, path, chosen }
	// What was chosen is looked into, whatever its name; of folders only what its name says can be read.
	if (!format && !found.chosen && extname(fileName) !== '')
		return { kind: 'refused', name: found.name, ...unsupported(fileName) }
	return {
		kind: 'source',
		name: found.name,
		fileName,
		mediaType: format?.mediaType ?? 'text/plain',
		path: found.path,
		options,
		title: '',
		bytes: () => bytesOf(found.path, most),
	}
}

/** Text that has no file becomes one, named by its title or its first words. */
export function sourceOfText(text: string, format: keyof typeof kinds, title: string): Source {
	const { ending, mediaType } = kinds[format]
	const fileName = `${nameFrom(title) || nameFrom(text) || 'Pasted text'}.${ending}`
	return {
		kind: 'source',
		name: fileName,
		fileName,
		mediaType,
		path: null,
		options: { html: 'page', format },
		title: title.trim(),
		bytes: async () => new TextEncoder().encode(text),
	}
}

const kinds = {
	text: { ending: 'txt', mediaType: 'text/plain' },
	markdown: { ending: 'md', mediaType: 'text/markdown' },
	html: { ending: 'html', mediaType: 'text/html' },
}

/** The first words, as long as a file's name should be, without what file systems forbid in names. */
function nameFrom(text: string): string {
	const words = text
		.slice(0, 2000)
		.replace(/<[^>]*>/g, ' ')
		.replace(/[\p{C}\\/:*?"<>|#`_[\]]+/gu, ' ')
		.trim()
		.split(/\s+/)
	let name = ''
	for (const word of words) {
		if (name.length + word.length > 60) break
		name = name ? `${name} ${word}` : word
	}
	return (name || (words[0] ?? '').slice(0, 60)).toWellFormed().replace(/^[.\s]+|[.\s]+$/g, '')
}
