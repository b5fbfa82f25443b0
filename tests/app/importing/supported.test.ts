import { expect, it } from 'vitest'
import { formatOf, unsupported } from '../../../main/app/importing/supported.ts'
import { remedies } from '../../../main/importers/formats.ts'

it('knows formats by their endings, large or small', () => {
	expect(formatOf('Report.DOCX')?.importer).toBe('docx')
	expect(formatOf('text.fodt')?.importer).toBe('odt')
	expect(formatOf('photo.heic')).toBeUndefined()
})

it('says what to do with files of old and other programs', () => {
	for (const [file, remedy] of [
		['thesis.doc', 'save it as .docx or .odt'],
		['talk.PPTX', 'PDF'],
	] as const) {
		const { reason, unknownKind } = unsupported(file)
		expect(reason).toContain(remedy)
		expect(unknownKind).toBe(false)
	}
})

it('says of files that no known program made only that they cannot be read', () => {
	expect(unsupported('photo.heic')).toEqual({
		reason: 'Files ending in .heic cannot be read.',
		unknownKind: true,
	})
})

it('has no remedy for what can be read', () => {
	for (const ending of remedies.keys()) expect(formatOf(`a.${ending}`)).toBeUndefined()
})
