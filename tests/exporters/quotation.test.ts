import type { Nodes } from 'mdast'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { quotation } from '../../main/exporters/quotation.ts'

const passage = {
	quote: 'dates for visits',
	names: 'Desk for Asia',
	title: 'What the text leaves out',
	date: '2023',
	place: '¶ 1',
	link: 'commonplace://highlight/1',
}

test('a quotation names author, title, date and place, and leads back', () => {
	expect(quotation(passage)).toBe(
		'> dates for visits\n>\n> — Desk for Asia, *What the text leaves out*, 2023, ¶ 1 · [open](commonplace://highlight/1)\n',
	)
})

test('without author and date the title stands alone', () => {
	expect(quotation({ ...passage, names: '', date: '', place: '' })).toBe(
		'> dates for visits\n>\n> — *What the text leaves out* · [open](commonplace://highlight/1)\n',
	)
})

test('a title of signs that Markdown knows stays a title', () => {
	for (const title of [
		'2 * 3 * 4',
		'*',
		'_snake_ `case`',
		'“Who?”',
		'# 1. [Draft] <b>',
		' wide  spaces\n',
		'!?*',
	]) {
		const tree = unified()
			.use(remarkParse)
			.parse(quotation({ ...passage, title }))
		expect(emphasised(tree)).toEqual([title.replace(/\s+/g, ' ').trim()])
	}
})

const emphasised = (node: Nodes): readonly string[] =>
	node.type === 'emphasis'
		? [node.children.map((child) => (child.type === 'text' ? child.value : child.type)).join('')]
		: 'children' in node
			? node.children.flatMap(emphasised)
			: []
