import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { DocumentId } from '../../corpus/ids.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { Block } from '../../corpus/readingtext.ts'
import { createEngine, type Engine } from '../../main/app/engine/engine.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../main/store/library.ts'

/** A folder that is gone when the test ends. */
export function temporaryFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'commonplace-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

/** A clock that goes on by a second with every look, and ids in order. */
export function world(first = 0): LibraryOptions {
	let ticks = first
	let ids = first
	return {
		clock: () => 1_700_000_000_000 + 1000 * ++ticks,
		newId: () => `018bcfe5-0000-7000-8000-${String(++ids).padStart(12, '0')}`,
	}
}

/** A new library that is closed when the test ends. */
export function newLibrary(options = world()): Library {
	const library = openLibrary(join(temporaryFolder(), 'library'), options)
	onTestFinished(() => library.close())
	return library
}

export const engineOn = (library: Library, options = world(1_000_000)): Engine =>
	createEngine(library, {
		...options,
		log: (level, message, details) => {
			throw new Error(`${level}: ${message}`, { cause: details })
		},
	})

/** A document with a paragraph for each line. Lines that begin with `# ` are headings. */
export function parsed(text: string, more: Partial<ParsedDocument> = {}): ParsedDocument {
	const blocks: Block[] = []
	let joined = ''
	for (const line of text.split('\n')) {
		const isHeading = line.startsWith('# ')
		const start = joined.length
		joined += `${isHeading ? line.slice(2) : line}\n`
		const range = { start, end: joined.length, container: null }
		blocks.push(isHeading ? { ...range, kind: 'heading', level: 1 } : { ...range, kind: 'paragraph' })
	}
	return {
		part: '',
		metadata: { title: '' },
		text: { text: joined, blocks, containers: [], marks: [] },
		assets: [],
		annotations: [],
		pages: [],
		warnings: [],
		importer: { name: 'text', version: 1 },
		...more,
	}
}

/** What the application hands over when it has parsed a file. */
export const fileOf = (fileName: string, ...documents: readonly ParsedDocument[]) => ({
	original: {
		hash: createHash('sha256').update(fileName).digest('hex'),
		bytes: 100,
		fileName,
		mediaType: 'text/plain',
	},
	documents,
	options: { html: 'article' } as const,
	step: { name: `Add ${fileName}` },
})

/** Adds a document of this text. */
export function addText(engine: Engine, text: string, fileName = 'a.txt'): DocumentId {
	const [added] = engine.handlers['documents.add'](fileOf(fileName, parsed(text)))
	if (!added) throw new Error('Nothing was added')
	return added.document
}

/** The highlight of the first place where this quote stands. */
export function highlight(engine: Engine, document: DocumentId, quote: string, more: { note?: string } = {}) {
	const { text } = engine.handlers['documents.text']({ id: document })
	const start = text.indexOf(quote)
	if (start < 0) throw new Error(`The text does not hold ${quote}`)
	return engine.handlers['highlights.create']({
		document,
		start,
		end: start + quote.length,
		themes: [],
		...more,
	})
}
