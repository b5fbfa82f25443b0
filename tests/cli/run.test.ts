import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { verbNames } from '../../main/commandline/names.ts'
import { run } from '../../main/commandline/run.ts'
import { openTestApp } from '../app/support/world.ts'

const text = '# Lamps\n\nA lamp was lit at dusk.\n\nAnother lamp was lit at dawn.\n'
let folder = ''
let lines: string[] = []
let complaints: string[] = []
let id = ''

/** Runs one command on the library of these tests. */
const commonplace = (...words: string[]): Promise<number> => {
	lines = []
	complaints = []
	return run(words, {
		around: { env: { COMMONPLACE_LIBRARY: join(folder, 'library') }, platform: 'linux', home: folder },
		version: '1.2.3',
		folder,
		lastLibrary: null,
		print: (line) => lines.push(line),
		complain: (line) => complaints.push(line),
		log: () => {},
		openApp: async (library, face, host) => (await openTestApp({ folder: library, face, host })).app,
		pageFolder: folder,
		openBrowser: () => {},
		stopped: () => Promise.resolve(),
	})
}

const json = () => JSON.parse(lines.join('\n'))

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), 'commonplace-cli-'))
	await writeFile(join(folder, 'lamps.md'), text)
	await writeFile(join(folder, 'broken.bin'), Uint8Array.from([0, 1, 2, 3]))
	await commonplace('import', 'lamps.md')
	id = /^added (\S+)\tlamps\.md$/.exec(lines[0] ?? '')?.[1] ?? ''
})

afterAll(() => rm(folder, { recursive: true, force: true }))

describe('import', () => {
	it('says of each file what became of it', async () => {
		expect(await commonplace('import', 'lamps.md')).toBe(0)
		expect(await commonplace('import', 'lamps.md', 'broken.bin')).toBe(1)
		expect(lines).toEqual([`present ${id}\tlamps.md`, expect.stringMatching(/^refused broken\.bin: /)])
	})

	it('names files as they were named, and those in folders by their paths from there', async () => {
		await mkdir(join(folder, 'two', 'deep'), { recursive: true })
		await writeFile(join(folder, 'two', 'lamps.md'), text)
		await writeFile(join(folder, 'two', 'deep', 'lamps.md'), text)
		await commonplace('import', './lamps.md', join(folder, 'lamps.md'), './two', './gone/away.md')
		expect(lines).toEqual([
			`present ${id}\t./lamps.md`,
			`present ${id}\t${join(folder, 'lamps.md')}`,
			`present ${id}\ttwo/deep/lamps.md`,
			`present ${id}\ttwo/lamps.md`,
			expect.stringMatching(/^refused \.\/gone\/away\.md: This file is not there/),
		])
	})

	it('fails when one file could not be taken, and tells programs the same', async () => {
		expect(await commonplace('import', 'broken.bin', 'lamps.md', '--json')).toBe(1)
		expect(json()).toMatchObject([{ kind: 'refused' }, { kind: 'present' }])
		expect(await commonplace('import', 'gone.txt')).toBe(1)
		expect(lines).toEqual([expect.stringMatching(/^refused /)])
	})

	it('tells programs more', async () => {
		await commonplace('import', 'lamps.md', '--json')
		expect(json()).toEqual([{ kind: 'present', file: 'lamps.md', document: id, title: 'Lamps' }])
	})
})

describe('a table of texts', () => {
	beforeAll(() => writeFile(join(folder, 'rows.csv'), 'name,said,place\nAna,A first text.,Huế\nMinh,,Huế\n'))

	it('is shown, added with the columns that are named, and taken back', async () => {
		expect(await commonplace('import', 'rows.csv')).toBe(1)
		expect(lines).toEqual([expect.stringMatching(/^table rows\.csv/)])
		expect(await commonplace('table', 'rows.csv', '--text', 'said', '--title', 'name', '--dry-run')).toBe(0)
		expect(lines).toEqual(['name\ttitle', 'said\ttext', 'place\town field place', 'rows\t1'])
		expect(await commonplace('table', 'rows.csv', '--text', 'said', '--title', 'name')).toBe(0)
		expect(lines).toEqual(['added 1', 'present 0', 'left 1'])
		expect(await commonplace('undo')).toBe(0)
	})

	it('is not added by import, nor is JSON that cannot be read', async () => {
		await writeFile(join(folder, 'broken.json'), '{"a": ')
		expect(await commonplace('import', 'broken.json', 'lamps.md')).toBe(1)
		expect(lines).toEqual([
			`present ${id}\tlamps.md`,
			expect.stringMatching(/^table broken\.json: .*commonplace table/),
		])
	})

	it('fails without a text in any row', async () => {
		await writeFile(join(folder, 'empty.csv'), 'name,said\nAna,\nMinh,\n')
		expect(await commonplace('table', 'empty.csv', '--text', 'said', '--title', 'name')).toBe(1)
		expect(lines).toEqual(['added 0', 'present 0', 'left 2'])
	})

	it('needs columns that are there', async () => {
		expect(await commonplace('table', 'rows.csv', '--text', 'words')).toBe(1)
		expect(complaints.join()).toContain('name, said, place')
	})
})

describe('a library that is not there', () => {
	it.each([
		['documents'],
		['search', 'lamp'],
		['export', 'markdown', 'elsewhere'],
		['themes'],
		['highlights'],
		['text', 'id'],
		['highlight', 'id', '--quote', 'lamp', '--theme', 'light'],
		['undo'],
		['redo'],
		['history'],
	])('is not made by %s', async (...words) => {
		await mkdir(join(folder, 'empty'), { recursive: true })
		for (const library of ['mistyped', 'empty', 'lamps.md']) {
			expect(await commonplace(...words, '--library', library)).toBe(1)
			expect(complaints).toEqual([
				expect.stringMatching(/^There is no library at .*--library DIR.*commonplace import/),
			])
		}
		expect(await readdir(join(folder, 'empty'))).toEqual([])
		expect(await readdir(folder)).not.toContain('mistyped')
		expect(await readdir(folder)).not.toContain('elsewhere')
	})

	it.each(['import', 'table'])('is not made by %s of nothing', async (verb) => {
		expect(await commonplace(verb, './gone/away.csv', '--library', 'never')).toBe(1)
		expect([lines, complaints]).toEqual([
			[],
			[expect.stringMatching(/nothing to read at “\.\/gone\/away\.csv”.*no library was made/)],
		])
		expect(await readdir(folder)).not.toContain('never')
	})

	it('is made by import', async () => {
		expect(await commonplace('import', 'lamps.md', '--library', 'second')).toBe(0)
		expect(await commonplace('documents', '--library', 'second')).toBe(0)
		expect(lines).toHaveLength(1)
	})
})

describe('documents and texts', () => {
	it('are listed', async () => {
		expect(await commonplace('documents')).toBe(0)
		expect(lines).toEqual([expect.stringContaining(`${id}\tLamps`)])
	})

	it('are printed as they are read', async () => {
		await commonplace('text', id)
		expect(lines).toEqual(['Lamps\nA lamp was lit at dusk.\nAnother lamp was lit at dawn.'])
	})

	it('are not made up', async () => {
		for (const words of [
			['text', 'nonsense'],
			['highlight', 'nonsense', '--quote', 'lamp'],
			['highlights', '--document', 'nonsense'],
		]) {
			expect(await commonplace(...words)).toBe(1)
			expect(lines).toEqual([])
			expect(complaints).toEqual([
				expect.stringMatching(/^There is no document with the ID “nonsense” in this library\./),
			])
		}
	})
})

describe('highlights', () => {
	beforeEach(async () => {
		await commonplace('highlights', '--json')
		for (const _ of json()) await commonplace('undo')
	})

	it('are made by quote, with themes and a note', async () => {
		const code = await commonplace(
			...[
				'highlight',
				id,
				'--quote',
				'lit at dusk',
				'--theme',
				'light/evening',
				'--theme',
				'lamps',
				'--note',
				'first',
			],
		)
		expect({ code, complaints }).toEqual({ code: 0, complaints: [] })
		const [made] = lines
		await commonplace('highlights', '--theme', 'light/evening', '--json')
		expect(json()).toMatchObject([
			{ id: made, documentId: id, quote: 'lit at dusk', themes: ['light/evening', 'lamps'], note: 'first' },
		])
		await commonplace('highlights', '--theme', 'EVENING', '--document', id)
		expect(lines).toHaveLength(1)
		await commonplace('themes')
		expect(lines.map((line) => line.split('\t')[1])).toEqual(['lamps', 'light', 'light/evening'])
	})

	it('need a quote that stands once, and say where it stands', async () => {
		expect(await commonplace('highlight', id, '--quote', 'lamp was lit')).toBe(1)
		expect(complaints.join()).toMatch(/2 places.*paragraph 1.*paragraph 2/s)
		expect(await commonplace('highlight', id, '--quote', 'lamp was lit', '--suffix', ' at dawn')).toBe(0)
		expect(await commonplace('highlight', id, '--quote', 'no such words')).toBe(1)
		expect(await commonplace('highlight', id)).toBe(2)
	})

	it('are one step with the themes that they make, and make none when they are refused', async () => {
		const names = async () => {
			await commonplace('themes')
			return lines.map((line) => line.split('\t')[1])
		}
		const before = await names()
		const quote = ['highlight', id, '--quote', 'lit at dawn']
		expect(await commonplace('highlight', id, '--quote', 'no such words', '--theme', 'morning')).toBe(1)
		expect(await commonplace(...quote, '--theme', 'morning', '--theme', ' / ')).toBe(1)
		expect(await names()).toEqual(before)
		expect(await commonplace(...quote, '--theme', 'morning/early', '--theme', 'lamps/oil')).toBe(0)
		expect(await names()).toEqual(expect.arrayContaining(['morning/early', 'lamps/oil']))
		await commonplace('undo')
		expect(await names()).toEqual(before)
		await commonplace('highlights')
		expect(lines).toEqual([])
	})

	it('are of themes that exist', async () => {
		expect(await commonplace('highlights', '--theme', 'nothing')).toBe(1)
		expect(complaints).toEqual(['There is no theme “nothing”.'])
	})
})

describe('search', () => {
	it('gives the place of each hit', async () => {
		await commonplace('search', 'dusk', '--json')
		expect(json()).toMatchObject([
			{ documentId: id, start: 24, end: 28, snippet: expect.stringContaining('dusk') },
		])
	})
})

describe('a search', () => {
	it('that finds nothing says so beside its empty result', async () => {
		expect(await commonplace('search', 'giraffe')).toBe(0)
		expect([lines, complaints]).toEqual([[], ['Nothing was found.']])
		expect(await commonplace('search', 'giraffe', '--json')).toBe(0)
		expect(json()).toEqual([])
	})

	it('tells what it left out, apart from the hits', async () => {
		expect(await commonplace('search', 'dusk', '?!')).toBe(0)
		expect(lines).toEqual([expect.stringContaining('dusk')])
		expect(complaints).toEqual(['“?!” holds no letter or digit and was left out.'])
	})

	it.each(['', ' ', '?!', '""'])('needs a word: not “%s”', async (query) => {
		expect(await commonplace('search', query)).toBe(2)
		expect(lines).toEqual([])
		expect(complaints).toEqual([expect.stringMatching(/word.* commonplace search --help/)])
	})
})

describe('undo and redo', () => {
	it('name what they did', async () => {
		await commonplace('highlight', id, '--quote', 'dawn')
		expect(await commonplace('undo')).toBe(0)
		expect(lines[0]).toMatch(/^Undone: /)
		expect(await commonplace('redo', '--json')).toBe(0)
		expect(json()).toMatchObject({ state: 'done' })
		await commonplace('history')
		expect(lines[0]).toMatch(/\tdone\t/)
	})
})

describe('export', () => {
	it('writes Markdown into a folder', async () => {
		await mkdir(join(folder, 'notes'))
		expect(await commonplace('export', 'markdown', 'notes', '--by', 'both', '--preset', 'obsidian')).toBe(0)
		expect((await readdir(join(folder, 'notes'), { recursive: true })).join()).toContain('.md')
	})

	it('says where no folder can be made', async () => {
		await writeFile(join(folder, 'note.md'), '')
		for (const place of ['note.md', 'note.md/a', 'note.md/a/b']) {
			expect(await commonplace('export', 'markdown', place)).toBe(1)
			expect(complaints).toEqual([expect.stringMatching(/cannot be made: “.*note\.md” is no folder\./)])
		}
	})

	it('makes the folder when it is not there', async () => {
		expect(await commonplace('export', 'markdown', 'new/notes')).toBe(0)
	})
})

describe('serve', () => {
	it('prints an address with a key, and ends when it is told to', async () => {
		expect(await commonplace('serve', '--no-open', '--json')).toBe(0)
		expect(json().url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]{40,}$/)
	})
})

describe('options before the command', () => {
	it('are as good as behind it', async () => {
		expect(await commonplace('--json', '--library', 'library', 'documents')).toBe(0)
		expect(json()).toMatchObject([{ id }])
		expect(await commonplace('--library=elsewhere', 'documents')).toBe(1)
		expect(complaints.join()).toContain('no library at')
	})
})

describe('wrong usage', () => {
	it.each([
		[[]],
		[['frobnicate']],
		[['--json']],
		[['--jsn', 'documents']],
		[['constructor']],
		[['import']],
		[['text']],
		[['text', 'a', 'b']],
		[['documents', '--colour', 'red']],
		[['export', 'pdf', 'x']],
		[['export', 'markdown', 'x', '--preset', 'word']],
		[['serve', '--port', 'ninety']],
	])('%j is answered with exit code 2 and a sentence', async (words) => {
		expect(await commonplace(...words)).toBe(2)
		expect(lines).toEqual([])
		expect(complaints.join()).toContain('--help')
	})

	it.each([
		[['documents', '--wrong'], /^There is no option --wrong here\. commonplace documents --help says which/],
		[['documents', '-x'], /^There is no option -x here\./],
		[['documents', '--no-json'], /^There is no option --no-json here\./],
		[['documents', '--library'], /^--library needs a folder\. commonplace documents --help/],
		[['documents', '--library='], /^--library needs a folder\./],
		[['themes', '--library', '--json'], /^--library needs a folder; .* is written --library=…/],
		[['themes', '--json=yes'], /^--json takes no value\./],
		[['serve', '--port'], /^--port needs a number\. commonplace serve --help/],
		[['highlight', 'a', '--quote'], /^--quote needs a value\./],
		[['documents', 'all'], /^It is written: commonplace documents\. commonplace documents --help/],
		[['--library', 'a/lib'], /^A command is missing\./],
		[['--library', 'a/lib', 'frobnicate'], /^There is no command “frobnicate”\./],
		[['frobnicate'], /^There is no command “frobnicate”\. commonplace --help says which/],
	])('%j is answered in plain words', async (words, sentence) => {
		expect(await commonplace(...words)).toBe(2)
		expect(complaints).toEqual([expect.stringMatching(sentence)])
	})

	it('tells its version', async () => {
		expect(await commonplace('--version')).toBe(0)
		expect(lines).toEqual(['commonplace 1.2.3'])
	})

	it('has help', async () => {
		expect(await commonplace('--help')).toBe(0)
		const said = lines.join()
		for (const part of [
			'commonplace highlight ID --quote TEXT',
			'commonplace [FILE | FOLDER | LINK]…',
			'commonplace://',
			'commonplace help',
			'JSONL',
		])
			expect(said).toContain(part)
		expect(said).toMatch(/--library DIR .*COMMONPLACE_LIBRARY.*last/)
	})

	it.each([[['--library', 'a/lib', '--help']], [['--library', 'a/lib', 'help']], [['help', '--json']]])(
		'has help with options: %j',
		async (words) => {
			expect(await commonplace(...words)).toBe(0)
			expect(lines.join()).toContain('commonplace highlight ID --quote TEXT')
		},
	)

	it.each([
		[['help', 'undo']],
		[['undo', '--help']],
		[['--help', 'undo']],
		[['--library', 'a/lib', 'undo', '--help']],
		[['--library', 'a/lib', 'help', 'undo']],
		[['help', '--library', 'a/lib', 'undo']],
		[['--help', '--library=a/lib', '--json', 'undo']],
	])('has help on one command: %j', async (words) => {
		expect(await commonplace(...words)).toBe(0)
		expect(lines.join()).toMatch(/^ {2}commonplace undo\n {6}Undoes the last change\./)
		expect(lines.join()).not.toContain('redo')
		expect(lines.join()).toContain('--library DIR')
	})

	it('has help on every command, and none on others', async () => {
		for (const name of [...verbNames, 'serve']) expect(await commonplace('help', name)).toBe(0)
		expect(await commonplace('help', 'frobnicate')).toBe(2)
		expect(complaints.join()).toContain('no command “frobnicate”. commonplace --help')
	})
})
