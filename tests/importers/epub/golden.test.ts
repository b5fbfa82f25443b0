import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../../corpus/readingtextcheck.ts'
import { importFile } from '../../../main/importers/registry.ts'
import { books } from '../../support/books.ts'
import { readable } from '../readable.ts'

const folder = join(import.meta.dirname, '../../golden/importers')

describe('importFile', () => {
	it.each(Object.entries(books))('reads the book %s as it did before', async (name, make) => {
		const documents = await importFile({ fileName: 'a.epub', bytes: make(), options: { html: 'article' } })
		for (const document of documents) expect(checkReadingText(document.text)).toEqual([])
		await expect(documents.map(readable).join('\n')).toMatchFileSnapshot(
			join(folder, `book-${name}.epub.expected`),
		)
	})
})
