import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkReadingText } from '../../corpus/readingtextcheck.ts'
import { importFile } from '../../main/importers/registry.ts'
import { readable } from './readable.ts'

const folder = join(import.meta.dirname, '../golden/importers')
const files = readdirSync(folder).filter(
	(name) => /\.(md|html|txt|fodt|rtf|mhtml|srt|vtt)$/.test(name) && name !== 'README.md',
)

describe('importFile', () => {
	it.each(files)('reads %s as it did before', async (fileName) => {
		const bytes = new Uint8Array(readFileSync(join(folder, fileName)))
		const html = fileName.startsWith('page-') ? 'page' : 'article'
		const documents = await importFile({ fileName, bytes, options: { html } })
		for (const document of documents) expect(checkReadingText(document.text)).toEqual([])
		await expect(documents.map(readable).join('\n')).toMatchFileSnapshot(join(folder, `${fileName}.expected`))
	})
})
