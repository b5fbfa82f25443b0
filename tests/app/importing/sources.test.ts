import { expect, test } from 'vitest'
import { sourceOfFile, sourceOfText } from '../../../main/app/importing/sources.ts'

const nameOf = (text: string, title = '') => sourceOfText(text, 'markdown', title).name

test('pasted text is named by its title', () => {
	expect(nameOf('Body', 'A talk: part 1/2')).toBe('A talk part 1 2.md')
})

test('without a title it is named by its first words', () => {
	expect(nameOf('# Two days in *Hanoi*\n\nThe delegation arrived on Friday evening and left again.')).toBe(
		'Two days in Hanoi The delegation arrived on Friday evening.md',
	)
	expect(nameOf('   \n')).toBe('Pasted text.md')
	expect(nameOf('南海'.repeat(100))).toBe(`${'南海'.repeat(30)}.md`)
})

test('a name never leads out of a folder', () => {
	expect(nameOf('../../etc/passwd')).toBe('etc passwd.md')
	expect(nameOf('...')).toBe('Pasted text.md')
})

test('the bytes of pasted text are UTF-8', async () => {
	const source = sourceOfText('Đà Nẵng', 'text', '')
	if (source.kind !== 'source') throw new Error('refused')
	expect(new TextDecoder().decode(await source.bytes())).toBe('Đà Nẵng')
	expect(source.mediaType).toBe('text/plain')
})

const found = (name: string, chosen: boolean) =>
	sourceOfFile({ kind: 'file', path: `/p/${name}`, name: `p/${name}`, chosen }, { html: 'article' }, 1000)

test('a file of another format in a folder is refused as one that no importer reads', () => {
	const source = found('film.MP4', false)
	expect(source).toMatchObject({ kind: 'refused', name: 'p/film.MP4', unknownKind: true })
	expect(source.kind === 'refused' && source.reason).toContain('.mp4')
})

test('a file that was chosen is looked into, and one without an ending', () => {
	expect(found('thesis.tex', true)).toMatchObject({ kind: 'source', fileName: 'thesis.tex' })
	expect(found('README', false)).toMatchObject({ kind: 'source', fileName: 'README' })
})
