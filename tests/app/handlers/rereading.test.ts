import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { UserError } from '../../../corpus/errors.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { ParsedDocument } from '../../../corpus/parseddocument.ts'
import { formatOf } from '../../../main/importers/formats.ts'
import { clientOf } from '../../contract/client.ts'
import { parsed } from '../../store/world.ts'
import { stubParser } from '../support/stubparser.ts'
import { openTestApp, type TestApp } from '../support/world.ts'

const opened: TestApp[] = []
afterEach(async () => {
	for (const { close } of opened.splice(0)) await close()
})

const old = 'Rain fell on the har-\nbour all night.\nThe boats stayed in.\nNobody went out.'
const better = 'Page 1\nRain fell on the harbour all night.\nThe boats stayed in.\nWhoever could stayed home.'

/** An importer of before, until `improve` is called; from then on the one that is there now. */
async function scene(files: Readonly<Record<string, string>> = { 'a.txt': old }) {
	let read = (text: string): readonly ParsedDocument[] => [
		parsed(text, { importer: { name: 'text', version: formatOf('text').version - 1 } }),
	]
	const app = await openTestApp({
		startParser: stubParser(({ bytes, options }) => {
			const text = new TextDecoder().decode(bytes)
			if (text.startsWith('locked') && options.password !== 'open')
				throw new UserError('password', 'It opens only with its password.')
			return read(text)
		}),
	})
	opened.push(app)
	const client = clientOf(app.app.bridge)
	const ids: DocumentId[] = []
	for (const [name, content] of Object.entries(files)) {
		const path = join(app.root, name)
		await writeFile(path, content)
		const { outcomes } = await client.call('import.files', {
			job: client.job(),
			files: [app.app.issueToken(path)],
			html: 'article',
			password: 'open',
		})
		for (const outcome of outcomes) if (outcome.kind === 'added') ids.push(outcome.document)
	}
	const [id] = ids
	if (id === undefined) throw new Error('Nothing was added')
	return {
		...app,
		...client,
		id,
		ids,
		improve: (text: (before: string) => string) => {
			read = (before) => [
				parsed(text(before), { importer: { name: 'text', version: formatOf('text').version } }),
			]
		},
		mark: async (quote: string, note = '') => {
			const { text } = await client.call('documents.text', { id })
			const start = text.indexOf(quote)
			return client.call('highlights.create', {
				document: id,
				start,
				end: start + quote.length,
				themes: [],
				note,
			})
		},
		preview: (documents: readonly DocumentId[] = ids, password?: string) =>
			client.call('reread.preview', {
				job: client.job(),
				documents: [...documents],
				...(password === undefined ? {} : { password }),
			}),
	}
}

async function versionOf({ preview }: Awaited<ReturnType<typeof scene>>) {
	const [reading] = (await preview()).readings
	if (reading?.kind !== 'ready') throw new Error(JSON.stringify(reading))
	return reading.version
}

test('a document says that a newer importer is there, and nothing changes until the reader agrees', async () => {
	const it = await scene()
	await it.mark('boats')
	it.improve(() => better)
	expect(await it.call('documents.get', { id: it.id })).toMatchObject({ outdated: true })
	const steps = await it.call('history.list', {})
	expect((await it.preview()).readings).toMatchObject([
		{ kind: 'ready', document: it.id, exact: 0, moved: 1, left: 0 },
	])
	expect((await it.call('documents.text', { id: it.id })).text).toBe(`${old}\n`)
	expect(await it.call('documents.get', { id: it.id })).toMatchObject({ outdated: true })
	expect(await it.call('history.list', {})).toEqual(steps)
	expect((await it.call('highlights.of', { document: it.id }))[0]?.anchor.start).toBe(old.indexOf('boats'))
})

test('highlights that are sure of their place get it, the others are kept with their notes', async () => {
	const it = await scene()
	const kept = await it.mark('The boats stayed in.', 'All of them.')
	const lost = await it.mark('Nobody went', 'Why?')
	await it.call('documents.position', { id: it.id, position: old.indexOf('The boats') })
	it.improve(() => better)
	const [reading] = (await it.preview()).readings
	expect(reading).toMatchObject({ kind: 'ready', exact: 0, moved: 1, left: 1, quotes: ['Nobody went'] })
	const version = reading?.kind === 'ready' ? reading.version : null
	if (version === null) throw new Error('Not ready')
	expect(await it.call('reread.apply', { versions: [version] })).toBe(1)

	expect((await it.call('documents.text', { id: it.id })).text).toBe(`${better}\n`)
	const detail = await it.call('documents.get', { id: it.id })
	expect(detail).toMatchObject({ outdated: false, version, position: better.indexOf('The boats') })
	const highlights = await it.call('highlights.of', { document: it.id })
	expect(highlights.find((each) => each.id === kept)).toMatchObject({
		placed: true,
		anchor: { version, start: better.indexOf('The boats') },
		note: { body: 'All of them.' },
	})
	expect(highlights.find((each) => each.id === lost)).toMatchObject({
		placed: false,
		anchor: { quote: 'Nobody went' },
		note: { body: 'Why?' },
	})
	const passages = await it.call('passages.find', {})
	expect(passages.map(({ highlight }) => highlight.anchor.quote).toSorted()).toEqual([
		'Nobody went',
		'The boats stayed in.',
	])
	expect(await it.call('export.quotation', { highlight: lost })).toContain('Nobody went')
})

test('a passage selected in the text as it was before is not marked by its old offsets', async () => {
	const it = await scene()
	const { version: before } = await it.call('documents.get', { id: it.id })
	const mine = await it.mark('The boats stayed in.')
	it.improve(() => better)
	const version = await versionOf(it)
	await it.call('reread.apply', { versions: [version] })
	const highlights = await it.call('highlights.of', { document: it.id })

	const range = { start: 0, end: 4 }
	const refusal = /not-found: The text of this document has changed/
	const creating = it.call('highlights.create', { document: it.id, version: before, ...range, themes: [] })
	await expect(creating).rejects.toThrow(refusal)
	await expect(it.call('highlights.move', { id: mine, version: before, ...range })).rejects.toThrow(refusal)
	expect(await it.call('highlights.of', { document: it.id })).toEqual(highlights)

	await it.call('highlights.create', { document: it.id, version, ...range, themes: [] })
	expect(await it.call('highlights.of', { document: it.id })).toHaveLength(highlights.length + 1)
})

test('all of it is one step, which can be undone and done again', async () => {
	const it = await scene()
	await it.mark('The boats')
	const lost = await it.mark('Nobody went')
	const before = await it.call('highlights.of', { document: it.id })
	it.improve(() => better)
	await it.call('reread.apply', { versions: [await versionOf(it)] })
	const after = await it.call('highlights.of', { document: it.id })
	it.forget()
	expect(await it.call('history.undo', {})).toMatchObject({
		name: expect.stringMatching(/^Read “.*” again$/),
	})
	expect((await it.call('documents.text', { id: it.id })).text).toBe(`${old}\n`)
	expect(await it.call('highlights.of', { document: it.id })).toEqual(before)
	// Everybody hears of the highlight that was not touched itself, but has its place again.
	expect(it.changes.some((change) => change.kind === 'changed' && change.highlights.includes(lost))).toBe(
		true,
	)
	await it.call('history.redo', {})
	expect(await it.call('highlights.of', { document: it.id })).toEqual(after)
})

test('a passage without a place can be given one by hand, but is neither joined nor split', async () => {
	const it = await scene()
	const lost = await it.mark('Nobody went')
	it.improve(() => better)
	await it.call('reread.apply', { versions: [await versionOf(it)] })
	const other = await it.mark('The boats')
	expect(await it.refusal('highlights.join', { ids: [lost, other] })).toMatchObject({ code: 'invalid' })
	await it.call('documents.split', { id: it.id, at: better.indexOf('The boats') })
	expect(await it.call('highlights.of', { document: it.id })).toMatchObject([{ id: lost, placed: false }])
	await it.call('history.undo', {})
	const start = better.indexOf('Whoever')
	await it.call('highlights.move', { id: lost, start, end: start + 13 })
	const highlights = await it.call('highlights.of', { document: it.id })
	expect(highlights.find(({ id }) => id === lost)).toMatchObject({
		placed: true,
		anchor: { quote: 'Whoever could' },
	})
})

test('a highlight that was made after the preview stays where its words are, or is kept', async () => {
	const it = await scene()
	it.improve((text) => text.replace('Nobody went out.', 'Who went out?'))
	const version = await versionOf(it)
	await it.mark('Rain fell')
	await it.mark('Nobody')
	expect(await it.call('reread.apply', { versions: [version] })).toBe(1)
	expect(await it.call('highlights.of', { document: it.id })).toMatchObject([
		{ placed: true, anchor: { quote: 'Rain fell', version } },
		{ placed: false, anchor: { quote: 'Nobody' } },
	])
})

test('what a newer importer reads just as it is gets its stamp and nothing else', async () => {
	const it = await scene()
	await it.mark('boats')
	const before = await it.call('documents.get', { id: it.id })
	it.improve((text) => text)
	expect((await it.preview()).readings).toEqual([
		{ kind: 'same', document: it.id, title: before.metadata.title },
	])
	expect(await it.call('documents.get', { id: it.id })).toEqual({ ...before, outdated: false })
	expect((await it.preview()).readings).toEqual([])
})

test('a locked original asks for its password again', async () => {
	const it = await scene({ 'a.txt': `locked\n${old}` })
	it.improve(() => better)
	expect((await it.preview()).readings).toMatchObject([{ kind: 'locked', document: it.id }])
	expect((await it.preview(it.ids, 'wrong')).readings).toMatchObject([{ kind: 'locked' }])
	expect((await it.preview(it.ids, 'open')).readings).toMatchObject([{ kind: 'ready' }])
})

test('what was split by hand, and what has lost its original, stays as it is and says why', async () => {
	const it = await scene({ 'a.txt': old, 'b.txt': 'Another text.\nWith two lines.' })
	const [first, second] = it.ids
	if (!first || !second) throw new Error('Not added')
	const rest = await it.call('documents.split', { id: first, at: old.indexOf('The boats') })
	it.improve(() => better)
	const originals = join(it.folder, 'originals')
	for (const name of await readdir(originals)) await rm(join(originals, name))
	const { readings } = await it.preview([first, rest, second])
	expect(readings).toMatchObject([
		{ kind: 'refused', reason: expect.stringContaining('split') },
		{ kind: 'refused', document: second, reason: expect.stringContaining('missing') },
		{ kind: 'refused', document: rest, reason: expect.stringContaining('split') },
	])
})

test('many documents are read again in one job, which can be stopped', async () => {
	const it = await scene(
		Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`${index}.txt`, `Text ${index}.\n${old}`])),
	)
	it.improve((text) => `New.\n${text}`)
	const job = it.job()
	const previewing = it.call('reread.preview', { job, documents: it.ids })
	await it.heard((change) => change.kind === 'progress' && change.job === job && change.done > 0)
	await it.call('jobs.cancel', { job })
	const stopped = await previewing
	expect(stopped.cancelled).toBe(true)
	expect(stopped.readings.length).toBeLessThan(12)
	const { readings } = await it.preview()
	const versions = readings.flatMap((reading) => (reading.kind === 'ready' ? [reading.version] : []))
	expect(versions).toHaveLength(12)
	await it.call('reread.apply', { versions })
	expect((await it.call('history.list', {}))[0]).toMatchObject({ name: 'Read 12 documents again' })
	expect(await it.refusal('reread.apply', { versions })).toMatchObject({ code: 'not-found' })
})
