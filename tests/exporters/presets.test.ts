import { readFileSync, writeFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { readParts } from '../../main/exporters/parts.ts'
import { TemplateMistake, templateEngine } from '../../main/exporters/templateengine.ts'
import { presets } from '../../main/exporters/templates/index.ts'
import type {
	DocumentValues,
	PassageValues,
	ThemeReference,
	ThemeValues,
} from '../../main/exporters/values.ts'

const tariffs: ThemeReference = {
	name: 'Tariffs, anti-dumping',
	path: 'Trade › Tariffs, anti-dumping',
	tag: 'trade/tariffs-anti-dumping',
	file: 'Trade - Tariffs, anti-dumping',
}

const passage: PassageValues = {
	id: '018f0000-0000-7000-8000-00000000abcd',
	part: 'cp-00000000abcd',
	quote: '# Not a heading\n*restraint* in [duties]\n  on furniture',
	themes: [tariffs],
	hashtags: '#trade/tariffs-anti-dumping',
	note: 'He asks for **restraint**.\n\n```\nnever closed',
	place: '“Trade”, ¶ 3',
	locator: 'para. 3',
	link: 'commonplace://lib/highlight/abcd',
	citation: 'Desk 2023',
	citekey: 'desk2023hanoi',
	made: '2023-04-16',
	coder: 'Me',
}

const bare: PassageValues = {
	...passage,
	part: 'cp-00000000beef',
	quote: 'plain words',
	themes: [],
	hashtags: '',
	note: '',
	place: '',
	locator: '',
}

const document: DocumentValues = {
	id: 'd1',
	title: 'A "day": #1 in\u2028Hanoi — [draft] 100%',
	authors: ['Desk for Asia', "O'Neil: Jr."],
	date: '16 April 2023',
	isodate: '2023-04-16',
	year: '2023',
	container: 'Desk briefs',
	source: 'Desk briefs, 16 April 2023',
	aliases: ['A "day"'],
	url: '',
	language: 'en',
	citekey: 'desk2023hanoi',
	fields: [
		{ name: 'Desk: #', key: 'Desk: #', value: 'Asia "north"\nand east' },
		{ name: 'title', key: 'title (field)', value: 'Two' },
	],
	citation: 'Desk 2023',
	status: 'reading',
	collections: ['April visit'],
	link: 'commonplace://lib/document/d1',
	file: 'A day',
	themes: [tariffs],
	notes: [{ part: 'note-1', body: 'Read *again*.', changed: '2023-04-17' }],
	passages: [passage, bare],
}

const theme: ThemeValues = {
	...tariffs,
	id: 't1',
	tags: [tariffs.tag],
	description: 'Whom duties hit.',
	link: 'commonplace://lib/theme/t1',
	notes: [],
	children: [],
	documents: [{ part: 'in-d1', document, passages: [passage] }],
	count: 1,
}

for (const [name, texts] of Object.entries(presets)) {
	test(`writes documents and themes in the preset ${name}`, () => {
		const engine = templateEngine(texts)
		const made = { document: engine.document({ document }), theme: engine.theme({ theme }) }
		for (const [kind, text] of Object.entries(made)) {
			const golden = new URL(`../golden/exporters/${name}.${kind}.md`, import.meta.url)
			if (process.env['UPDATE_GOLDEN']) writeFileSync(golden, text)
			expect(text).toBe(readFileSync(golden, 'utf8'))
			const front = parseDocument(readParts(text).front?.yaml ?? '?: [')
			expect(front.errors).toEqual([])
			expect(front.get('title')).toBe(kind === 'document' ? document.title : theme.path)
		}
	})
}

test('a wikilink repeats no name', () => {
	const engine = templateEngine(presets.obsidian)
	const plain = { ...tariffs, name: 'Partnership', path: 'Partnership', file: 'Partnership' }
	const [first] = engine.passage({ passage: { ...passage, themes: [plain, tariffs] } }).split('\n')
	expect(first).toBe(
		'> [!quote] [[Partnership]], [[Trade - Tariffs, anti-dumping|Trade › Tariffs, anti-dumping]]',
	)
})

test.each([
	['document', '{% if %}', 'document'],
	['theme', '{% for x in theme.nothing %}{{ x }}{% endfor %}{{ theme.nothing }}', 'theme'],
	['passage', '{{ passage.quote | shout }}', 'passage'],
	['document', '{% part "head" %} never closed', 'document'],
] as const)('a mistake in the %s’s text is named: %s', (kind, text, part) => {
	const make = () => {
		const engine = templateEngine({ ...presets.plain, [kind]: text })
		return kind === 'theme' ? engine.theme({ theme }) : engine.document({ document })
	}
	try {
		make()
		expect.unreachable()
	} catch (error) {
		expect(error).toBeInstanceOf(TemplateMistake)
		expect(error).toMatchObject({ part })
	}
})

test('templates reach nothing but the values they are given', () => {
	const reach = (text: string) => templateEngine({ ...presets.plain, document: text }).document({ document })
	expect(() => reach('{{ document.constructor.name }}')).toThrow(TemplateMistake)
	expect(() => reach('{% render "../../package.json" %}')).toThrow(TemplateMistake)
	expect(() => reach('{% include "/etc/passwd" %}')).toThrow(TemplateMistake)
})

test('a template that does not end is refused', () => {
	const text = '{% for a in (1..100000) %}{% for b in (1..100000) %}{{ a }}{% endfor %}{% endfor %}'
	expect(() => templateEngine({ ...presets.plain, document: text }, 300).document({ document })).toThrow(
		TemplateMistake,
	)
})
