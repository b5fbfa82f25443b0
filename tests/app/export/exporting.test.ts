import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	renameSync,
	statSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DocumentId, HighlightId, JobId } from '../../../corpus/ids.ts'
import type { Engine } from '../../../main/app/engine/engine.ts'
import { carryOut, planExport } from '../../../main/app/export/exporting.ts'
import type { Job } from '../../../main/app/jobs.ts'
import { templateEngine } from '../../../main/exporters/templateengine.ts'
import { presets } from '../../../main/exporters/templates/index.ts'
import type { ExportSpec } from '../../../preload/calls/export.ts'
import { addText, engineOn, newLibrary, temporaryFolder } from '../../store/world.ts'

type Spec = Pick<ExportSpec, 'scope' | 'by' | 'preset'>
const everything: Spec = { scope: { kind: 'library' }, by: 'both', preset: 'plain' }

const quietJob = (): Job => ({ id: 'job' as JobId, signal: new AbortController().signal, progress: () => {} })

/** A library with two documents, two themes, three passages and a note; and a folder beside it. */
function desk() {
	const engine = engineOn(newLibrary())
	const folder = temporaryFolder()
	const first = addText(engine, '# Trade\nOne chair, two chairs.\nA table is *not* a chair.', 'trade.txt')
	const second = addText(engine, '# Sea\nWords for a sea.', 'sea.txt')
	const trade = engine.handlers['themes.path']({ path: 'Trade/Chairs' })
	const mark = (document: DocumentId, quote: string, note?: string): HighlightId => {
		const { text } = engine.handlers['documents.text']({ id: document })
		const start = text.indexOf(quote)
		const range = { document, start, end: start + quote.length, themes: [trade] }
		return engine.handlers['highlights.create'](note === undefined ? range : { ...range, note })
	}
	const chair = mark(first, 'One chair', 'How *many*?')
	mark(first, 'A table is *not* a chair.')
	mark(second, 'Words')
	return { engine, folder, first, second, chair, mark }
}

async function exported(engine: Engine, folder: string, spec: Spec = everything) {
	const values = engine.handlers['export.values']({ scope: spec.scope })
	const plan = await planExport(values, spec, templateEngine(presets[spec.preset]), folder, quietJob())
	return carryOut(plan, folder, quietJob())
}

const actions = (files: Awaited<ReturnType<typeof exported>>) =>
	Object.fromEntries(files.map(({ path, action }) => [path, action]))

const contents = (folder: string): Record<string, string> =>
	Object.fromEntries(
		readdirSync(folder, { recursive: true, encoding: 'utf8' })
			.filter((path) => statSync(join(folder, path)).isFile())
			.map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
	)

test('writes a file for each document and theme, and nothing the second time', async () => {
	const { engine, folder } = desk()
	expect(actions(await exported(engine, folder))).toEqual({
		'Trade.md': 'create',
		'Sea.md': 'create',
		'Themes/Trade.md': 'create',
		'Themes/Trade - Chairs.md': 'create',
	})
	const before = contents(folder)
	expect(before['Trade.md']).toContain('> A table is \\*not\\* a chair.')
	expect(before['Trade.md']).toContain('#trade/chairs')
	expect(before['Themes/Trade - Chairs.md']).toContain('> Words')
	expect(Object.values(actions(await exported(engine, folder)))).toEqual(Array(4).fill('unchanged'))
	expect(contents(folder)).toEqual(before)
})

test('a renamed document takes its file along, with the words written into it', async () => {
	const { engine, folder, first } = desk()
	await exported(engine, folder)
	writeFileSync(
		join(folder, 'Trade.md'),
		`${readFileSync(join(folder, 'Trade.md'), 'utf8')}\nMy own words.\n`,
	)
	engine.handlers['documents.edit']({ ids: [first], patch: { title: 'Chairs: a history' } })
	const done = actions(await exported(engine, folder))
	expect(done['Chairs a history.md']).toBe('rename')
	expect(existsSync(join(folder, 'Trade.md'))).toBe(false)
	const text = readFileSync(join(folder, 'Chairs a history.md'), 'utf8')
	expect(text).toContain('My own words.')
	expect(text).toContain('title: "Chairs: a history"')
})

test('a file that the reader moved is brought up to date where it is', async () => {
	const { engine, folder, first, mark } = desk()
	await exported(engine, folder)
	mkdirSync(join(folder, 'mine'))
	writeFileSync(join(folder, 'mine/renamed.md'), readFileSync(join(folder, 'Trade.md')))
	writeFileSync(join(folder, 'Trade.md'), 'Something else of mine')
	mark(first, 'two chairs')
	const done = actions(await exported(engine, folder))
	expect(done['mine/renamed.md']).toBe('update')
	expect(readFileSync(join(folder, 'mine/renamed.md'), 'utf8')).toContain('> two chairs')
	expect(readFileSync(join(folder, 'Trade.md'), 'utf8')).toBe('Something else of mine')
})

test.each(['A name of mine.md', 'Z.md'])('a file named “%s” by the reader keeps that name', async (mine) => {
	const { engine, folder, first } = desk()
	await exported(engine, folder)
	renameSync(join(folder, 'Trade.md'), join(folder, mine))
	for (const _ of [1, 2, 3]) expect(actions(await exported(engine, folder))[mine]).toBe('unchanged')
	engine.handlers['documents.edit']({ ids: [first], patch: { title: 'Chairs' } })
	expect(actions(await exported(engine, folder))[mine]).toBe('update')
	// Named after its title again, it follows the title again.
	renameSync(join(folder, mine), join(folder, 'Chairs.md'))
	await exported(engine, folder)
	engine.handlers['documents.edit']({ ids: [first], patch: { title: 'Tables' } })
	expect(actions(await exported(engine, folder))['Tables.md']).toBe('rename')
})

test('files that Commonplace did not write are never touched', async () => {
	const { engine, folder } = desk()
	writeFileSync(join(folder, 'trade.MD'), 'mine, in other letters')
	writeFileSync(join(folder, 'Sea.md'), 'mine')
	const outside = temporaryFolder()
	writeFileSync(join(outside, 'far.md'), 'far away')
	symlinkSync(join(outside, 'far.md'), join(folder, 'Themes.md'))
	await exported(engine, folder, { ...everything, by: 'document', preset: 'pandoc' })
	const files = contents(folder)
	expect(files['Sea.md']).toBe('mine')
	expect(files['trade.MD']).toBe('mine, in other letters')
	expect(files['Trade (2).md']).toContain('One chair')
	expect(files['Sea (2).md']).toContain('Words')
	expect(files['references.bib']).toContain('title = {Sea}')
	expect(readFileSync(join(outside, 'far.md'), 'utf8')).toBe('far away')
})

test('a bibliography that is a link, or no UTF-8, is somebody else’s', async () => {
	const { engine, folder } = desk()
	const outside = temporaryFolder()
	writeFileSync(join(outside, 'library.bib'), '@book{far}')
	symlinkSync(join(outside, 'library.bib'), join(folder, 'references.bib'))
	const latin = Buffer.from('[{"title": "Caf\xe9"}]', 'latin1')
	writeFileSync(join(folder, 'references.json'), latin)
	const done = actions(await exported(engine, folder, { ...everything, preset: 'pandoc' }))
	expect(done).toMatchObject({ 'references.bib': 'leave', 'references.json': 'leave' })
	expect(lstatSync(join(folder, 'references.bib')).isSymbolicLink()).toBe(true)
	expect(readFileSync(join(outside, 'library.bib'), 'utf8')).toBe('@book{far}')
	expect(readFileSync(join(folder, 'references.json'))).toEqual(latin)
})

test('a manifest of a newer version is not written over, a broken one is', async () => {
	const { engine, folder } = desk()
	const path = join(folder, '.commonplace.json')
	const later = JSON.stringify({ version: 2, libraries: { another: { files: [] } } })
	writeFileSync(path, later)
	await expect(exported(engine, folder)).rejects.toMatchObject({
		code: 'newer',
		message: expect.stringContaining('Nothing was written'),
	})
	expect(contents(folder)).toEqual({ '.commonplace.json': later })
	for (const broken of ['{', '[]', 'null', '{"version":"2"}', '{"version":1,"libraries":[]}']) {
		writeFileSync(path, broken)
		await exported(engine, folder)
		expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ version: 1 })
	}
})

test('a title that changes only its capitals renames the file and keeps its words', async () => {
	const { engine, folder, first } = desk()
	await exported(engine, folder)
	const path = join(folder, 'Trade.md')
	writeFileSync(path, `${readFileSync(path, 'utf8')}\nMine.`)
	engine.handlers['documents.edit']({ ids: [first], patch: { title: 'TRADE' } })
	expect(actions(await exported(engine, folder))).toMatchObject({ 'TRADE.md': 'rename' })
	expect(readdirSync(folder)).not.toContain('Trade.md')
	expect(readFileSync(join(folder, 'TRADE.md'), 'utf8')).toContain('Mine.')
})

test('a file that appears while the export runs is not written over', async () => {
	const { engine, folder, first } = desk()
	await exported(engine, folder)
	engine.handlers['documents.edit']({ ids: [first], patch: { title: 'Chairs' } })
	const values = engine.handlers['export.values']({ scope: everything.scope })
	const plan = await planExport(values, everything, templateEngine(presets.plain), folder, quietJob())
	writeFileSync(join(folder, 'Chairs.md'), 'Mine.')
	expect(actions(await carryOut(plan, folder, quietJob()))).toMatchObject({ 'Trade.md': 'leave' })
	expect(readFileSync(join(folder, 'Chairs.md'), 'utf8')).toBe('Mine.')
	expect(actions(await exported(engine, folder))).toMatchObject({ 'Chairs (2).md': 'rename' })
})

test('nothing is written through a link that leads out of the folder', async () => {
	const { engine, folder } = desk()
	const outside = temporaryFolder()
	symlinkSync(outside, join(folder, 'Themes'))
	await expect(exported(engine, folder)).rejects.toMatchObject({ code: 'refused' })
	expect(readdirSync(outside)).toEqual([])
})

test('what left the library goes, unless words may have been written into it', async () => {
	const { engine, folder, first, second } = desk()
	await exported(engine, folder)
	writeFileSync(join(folder, 'Sea.md'), `${readFileSync(join(folder, 'Sea.md'), 'utf8')}\nMine.`)
	engine.handlers['documents.remove']({ ids: [first, second] })
	const files = await exported(engine, folder)
	expect(actions(files)).toMatchObject({ 'Trade.md': 'remove', 'Sea.md': 'leave' })
	expect(existsSync(join(folder, 'Trade.md'))).toBe(false)
	expect(readFileSync(join(folder, 'Sea.md'), 'utf8')).toContain('Mine.')
})

test('words written before an earlier export count too', async () => {
	const { engine, folder, mark, first } = desk()
	await exported(engine, folder)
	const path = join(folder, 'Themes/Trade - Chairs.md')
	writeFileSync(path, `${readFileSync(path, 'utf8')}\nMine.`)
	mark(first, 'two chairs')
	await exported(engine, folder)
	engine.handlers['themes.remove']({ id: engine.handlers['themes.path']({ path: 'Trade/Chairs' }) })
	expect(actions(await exported(engine, folder))).toMatchObject({ 'Themes/Trade - Chairs.md': 'leave' })
	expect(readFileSync(path, 'utf8')).toContain('Mine.')
})

test('a passage taken out by hand stays out, an edited one stays edited', async () => {
	const { engine, folder, chair } = desk()
	await exported(engine, folder)
	const path = join(folder, 'Trade.md')
	const original = readFileSync(path, 'utf8')
	const without = original.replace(/<!-- commonplace:begin cp-.*?<!-- commonplace:end cp-[\w-]+ -->\n/s, '')
	expect(without).not.toContain('One chair')
	writeFileSync(path, without.replace('is \\*not\\* a chair', 'is no chair'))
	const files = await exported(engine, folder)
	expect(readFileSync(path, 'utf8')).not.toContain('One chair')
	expect(readFileSync(path, 'utf8')).toContain('is no chair')
	expect(files.find((file) => file.path === 'Trade.md')?.problem).toContain('by hand')
	// Without the manifest the missing part comes back; the edited one is still seen by its hash.
	writeFileSync(join(folder, '.commonplace.json'), '{ broken')
	engine.handlers['highlights.untag']({
		ids: [chair],
		theme: engine.handlers['themes.path']({ path: 'Trade/Chairs' }),
	})
	await exported(engine, folder)
	expect(readFileSync(path, 'utf8')).toContain('One chair')
	expect(readFileSync(path, 'utf8')).toContain('is no chair')
})

test('an export of a part leaves the other files and what is known of them', async () => {
	const { engine, folder, first, second } = desk()
	await exported(engine, folder)
	const before = contents(folder)
	engine.handlers['documents.edit']({ ids: [second], patch: { title: 'Ocean' } })
	const files = await exported(engine, folder, {
		scope: { kind: 'documents', ids: [first] },
		by: 'document',
		preset: 'plain',
	})
	expect(actions(files)).toEqual({ 'Trade.md': 'unchanged' })
	expect(contents(folder)['Sea.md']).toBe(before['Sea.md'])
	expect(actions(await exported(engine, folder))).toMatchObject({ 'Ocean.md': 'rename' })
})

test('every line written by hand survives any number of exports', async () => {
	const presetNames = fc.constantFrom(
		'plain' as const,
		'obsidian' as const,
		'logseq' as const,
		'pandoc' as const,
	)
	const edit = fc.record({ at: fc.nat(), words: fc.stringMatching(/^[a-z]{3,9}( [a-z]{3,9}){0,3}$/) })
	const change = fc.constantFrom('highlight', 'rename', 'untheme', 'remove', 'undo')
	await fc.assert(
		fc.asyncProperty(
			presetNames,
			fc.array(fc.record({ edits: fc.array(edit, { maxLength: 3 }), change }), { maxLength: 4 }),
			async (preset, rounds) => {
				const { engine, folder, first, chair, mark } = desk()
				const spec = { ...everything, preset }
				await exported(engine, folder, spec)
				const mine: string[] = []
				for (const [round, { edits, change: what }] of rounds.entries()) {
					for (const { at, words } of edits) {
						const paths = Object.keys(contents(folder)).filter((path) => path.endsWith('.md'))
						const path = join(folder, paths[at % paths.length] ?? '')
						const lines = readFileSync(path, 'utf8').split('\n')
						const body = lines.indexOf('---', 1) + 1
						const line = `${words} ${mine.length}`
						lines.splice(body + (at % (lines.length - body)), 0, line)
						writeFileSync(path, lines.join('\n'))
						mine.push(line)
					}
					if (what === 'highlight') mark(first, round % 2 ? 'two chairs' : 'chairs')
					if (what === 'rename')
						engine.handlers['documents.edit']({ ids: [first], patch: { title: `Round ${round}` } })
					if (what === 'untheme')
						engine.handlers['themes.remove']({ id: engine.handlers['themes.path']({ path: 'Trade' }) })
					if (what === 'remove' && engine.handlers['highlights.get']({ ids: [chair] }).length > 0)
						engine.handlers['highlights.remove']({ ids: [chair] })
					if (what === 'undo') engine.handlers['history.undo']({})
					await exported(engine, folder, spec)
					const all = Object.values(contents(folder)).flatMap((text) => text.split('\n'))
					for (const line of mine) expect(all).toContain(line)
				}
			},
		),
		{ numRuns: 20 },
	)
}, 120_000)
