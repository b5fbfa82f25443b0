import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyName } from '../../../main/app/originals/originalfile.ts'
import { formats } from '../../../main/importers/formats.ts'

test.each([
	['Report 2024.html', 'html', 'Report 2024.html'],
	['NOTES.MD', 'markdown', 'NOTES.md'],
	['Đà Nẵng: một ngày.txt', 'text', 'Đà Nẵng một ngày.txt'],
	['../../etc/passwd', 'text', 'etc passwd.txt'],
	['README', 'text', 'README.txt'],
	['.bashrc', 'text', 'bashrc.txt'],
	['con.txt', 'text', 'con_.txt'],
	['', 'html', 'Untitled.html'],
	['a\u0085b\u009f.txt', 'text', 'a b.txt'],
])('a copy of %j is called %j', (fileName, importer, name) => {
	expect(copyName({ fileName, importer })).toBe(name)
})

test.each(['run.sh', 'setup.exe', 'letter.pdf.exe', 'page.html.bat', 'link.desktop', 'x.app', 'a.txt. '])(
	'%j never looks like a program',
	(fileName) => {
		expect(copyName({ fileName, importer: 'text' })).toMatch(/\.txt$/)
	},
)

test('whatever a file was called, its copy is one plain name that ends like a document', () => {
	const endings = formats.flatMap((format) => format.endings)
	fc.assert(
		fc.property(
			fc.string({ unit: 'binary' }),
			fc.constantFrom(...endings, 'exe', 'sh', ''),
			(stem, ending) => {
				const name = copyName({ fileName: `${stem}.${ending}`, importer: 'text' })
				expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u)
				expect(name).not.toMatch(/^[. ]|[. ]$/)
				expect(endings).toContain(name.split('.').at(-1))
			},
		),
	)
})
