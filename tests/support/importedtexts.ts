import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { ReadingText } from '../../corpus/readingtext.ts'
import type { TableReading } from '../../corpus/tablereading.ts'
import { importFile } from '../../main/importers/registry.ts'
import { books } from './books.ts'
import { hostileFiles } from './hostilefiles.ts'
import { pdfArticle, scannedPdf } from './pdfarticle.ts'
import { zippedFolder } from './zippedfolder.ts'

/** What an importer reads out of one of the tests' own files. */
export interface ImportedText {
	/** The file's name. */
	readonly name: string
	readonly text: ReadingText
}

/** Of tables every column is text. */
const table: TableReading = {
	headings: true,
	columns: Array.from({ length: 20 }, () => ({ kind: 'text' })),
	markup: 'plain',
}

const golden = join(import.meta.dirname, '../golden/importers')

/** The reading texts of every file that the tests have or make, in every format: for what must hold of all. */
export async function importedTexts(): Promise<readonly ImportedText[]> {
	const texts: ImportedText[] = []
	for (const [name, bytes] of files())
		for (const html of ['article', 'page'] as const)
			for (const { text } of await importFile({ fileName: name, bytes, options: { html, table } }))
				texts.push({ name, text })
	return texts
}

function* files(): Generator<readonly [name: string, bytes: Uint8Array]> {
	for (const name of readdirSync(golden)) {
		if (name === 'README.md' || name.endsWith('.expected')) continue
		const path = join(golden, name)
		yield [name, statSync(path).isDirectory() ? zippedFolder(path) : new Uint8Array(readFileSync(path))]
	}
	for (const [name, make] of Object.entries(books)) yield [`${name}.epub`, make()]
	yield ['article.pdf', pdfArticle()]
	yield ['scanned.pdf', scannedPdf()]
	for (const { name, content, opens } of hostileFiles('http://127.0.0.1:9', '/nowhere'))
		if (opens !== null)
			yield [name, typeof content === 'string' ? new TextEncoder().encode(content) : content]
}
