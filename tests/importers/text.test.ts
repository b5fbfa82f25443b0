import { describe, expect, it } from 'vitest'
import { importOne, outline } from './support.ts'

const long = (first: string) => `${first} ${'and so on and on '.repeat(10)}to the end.`
const wrapped =
	'These lines are broken at one width, as letters and old files have\nthem, and so they are joined again to one paragraph of the reading\ntext that can be laid out anew.'

describe('plain text', () => {
	it('makes every line a paragraph where lines are long', async () => {
		const document = await importOne('a.txt', `${long('One')}\n${long('Two')}\n\n${long('Three')}\n`)
		expect(outline(document).map((line) => line.slice(0, 14))).toEqual([
			'paragraph: One',
			'paragraph: Two',
			'paragraph: Thr',
		])
	})

	it('joins lines that are broken at one width', async () => {
		expect(outline(await importOne('a.txt', wrapped))).toEqual([
			`paragraph: ${wrapped.replaceAll('\n', ' ')}`,
		])
	})

	it('takes a short first line for the title', async () => {
		const document = await importOne('a.txt', `The salt road\n\n${wrapped}`)
		expect(document.metadata.title).toBe('The salt road')
		expect(outline(document)[0]).toBe('heading: The salt road')
	})

	it.each(['He was late.', '- an item', 'dear Ana,', '1887', 'and then'])(
		'takes “%s” for no title',
		async (line) => {
			expect((await importOne('a.txt', `${line}\n\n${wrapped}`)).metadata.title).toBe('')
		},
	)

	it('makes headings of the headlines between articles', async () => {
		const document = await importOne(
			'a.txt',
			[long('One'), 'A second article', long('Two'), 'Short.', long('Three'), 'Source: us'].join('\n'),
		)
		expect(outline(document).filter((line) => line.startsWith('heading'))).toEqual([
			'heading: A second article',
		])
	})

	it('keeps the lines of verse and the columns of tables', async () => {
		const verse = 'O wind that bends\n  the barley,\nbend me home.'
		const table = 'Year    Carts\n1702    12'
		expect(outline(await importOne('a.txt', `${wrapped}\n\n${verse}\n\n${table}`)).slice(1)).toEqual([
			`verse: ${verse}`,
			`preformatted: ${table}`,
		])
	})

	it('joins lines of East Asian text without a space', async () => {
		const line = '吾輩は猫である名前はまだ無いどこで生れたかとんと見当がつかぬ'
		expect(outline(await importOne('a.txt', `${line}\n${line}\n終り。`))).toEqual([
			`paragraph: ${line}${line}終り。`,
		])
	})

	it('reads the line ends of all systems', async () => {
		expect(
			(await importOne('a.txt', `${long('One')}\r\n${long('Two')}\r${long('Three')}`)).text.blocks,
		).toHaveLength(3)
	})

	it('marks the pages that form feeds begin', async () => {
		const { text } = await importOne('a.txt', `${long('One')}\f${long('Two')}`)
		expect(
			text.marks.map((mark) => mark.kind === 'page' && [mark.label, text.text.slice(mark.start, mark.end)]),
		).toEqual([
			['1', 'O'],
			['2', 'T'],
		])
	})
})
