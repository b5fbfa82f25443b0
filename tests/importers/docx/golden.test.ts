import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checkReadingText } from '../../../corpus/readingtextcheck.ts'
import { zippedFolder } from '../../support/zippedfolder.ts'
import { readable } from '../readable.ts'
import { importOne } from '../support.ts'

const folder = join(import.meta.dirname, '../../golden/importers/report.docx')

it('reads a Word document as it did before', async () => {
	const document = await importOne('report.docx', zippedFolder(folder))
	expect(document.importer.name).toBe('docx')
	expect(checkReadingText(document.text)).toEqual([])
	await expect(readable(document)).toMatchFileSnapshot(`${folder}.expected`)
})
