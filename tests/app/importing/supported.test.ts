import { expect, it } from 'vitest'
import { formatOf, unsupported } from '../../../main/app/importing/supported.ts'
import { remedies } from '../../../main/importers/formats.ts'

it('knows formats by their endings, large or small', () => {
	expect(formatOf('Report.DOCX')?.importer).toBe('docx')
	expect(formatOf('text.fodt')?.importer).toBe('odt')
	expect(formatOf('photo.heic')).toBeUndefined()
})

it('says what to do with files of old and other programs', () => {
	expect(unsupported('thesis.doc')).toContain('save it as .docx or .odt')
	expect(unsupported('talk.PPTX')).toContain('PDF')
	expect(unsupported('photo.heic')).toContain('.docx')
})

it('has no remedy for what can be read', () => {
	for (const ending of remedies.keys()) expect(formatOf(`a.${ending}`)).toBeUndefined()
})
