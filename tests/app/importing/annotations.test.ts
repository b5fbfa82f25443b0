import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { ParsedAnnotation, ParsedDocument } from '../../../corpus/parseddocument.ts'
import { clientOf } from '../../contract/client.ts'
import { paragraphDocument, stubParser } from '../support/stubparser.ts'
import { openTestApp, type TestApp } from '../support/world.ts'

const opened: TestApp[] = []
afterEach(async () => {
	for (const { close } of opened.splice(0)) await close()
})

const words = 'Rain fell on the harbour all night. The boats stayed in.'

const note = (quote: string, more: Partial<ParsedAnnotation> = {}): ParsedAnnotation => ({
	start: words.indexOf(quote),
	end: words.indexOf(quote) + quote.length,
	note: '',
	author: null,
	at: null,
	...more,
})

/** A library, and a file whose parser answers with these annotations. */
async function scene(annotations: readonly ParsedAnnotation[]) {
	const document: ParsedDocument = { ...paragraphDocument('', words), annotations }
	const app = await openTestApp({ startParser: stubParser(() => [document]) })
	opened.push(app)
	const path = join(app.root, 'marked.txt')
	await writeFile(path, words)
	const client = clientOf(app.app.bridge)
	return {
		...client,
		add: async () => {
			const files = [app.app.issueToken(path)]
			const { outcomes } = await client.call('import.files', { job: client.job(), files, html: 'article' })
			const [outcome] = outcomes
			if (outcome?.kind !== 'added') throw new Error(JSON.stringify(outcomes))
			return outcome
		},
	}
}

test('highlights and comments of a file become highlights and notes of whoever made them', async () => {
	const { add, call } = await scene([
		note('the harbour', { author: ' Lan  Pham ', at: 1_600_000_000_000.4, note: ' Which one? ' }),
		note('boats'),
	])
	const outcome = await add()
	expect(outcome).toMatchObject({ annotations: 2, warnings: [] })
	const [first, second] = await call('highlights.of', { document: outcome.document })
	expect(first).toMatchObject({
		at: 1_600_000_000_000,
		anchor: { quote: 'the harbour' },
		note: { body: 'Which one?', createdAt: 1_600_000_000_000 },
	})
	const { coder, coders } = await call('library.info', {})
	expect(coders).toEqual([coder, { id: first?.coder, name: 'Lan Pham' }])
	expect(second).toMatchObject({ anchor: { quote: 'boats' }, note: null, coder: coder.id })
	expect(first?.coder).not.toBe(coder.id)
	expect(first?.note?.coder).toBe(first?.coder)
	await call('settings.set', { coder: 'Lan Pham' })
	expect((await call('library.info', {})).coder.id).toBe(first?.coder)
})

test('undoing the import takes them away, adding the removed document again brings them back', async () => {
	const { add, call } = await scene([note('boats', { note: 'All of them.' })])
	const { document } = await add()
	await call('documents.remove', { ids: [document] })
	expect(await call('notes.list', {})).toEqual([])
	expect(await add()).toMatchObject({ document })
	expect(await call('highlights.of', { document })).toHaveLength(1)
	expect(await call('notes.list', {})).toHaveLength(1)
	await call('history.goto', { step: null })
	expect((await call('library.info', {})).highlights).toBe(0)
	expect(await call('notes.list', {})).toEqual([])
	await call('history.redo', {})
	expect(await call('highlights.of', { document })).toHaveLength(1)
})

test('those that lie nowhere are left out, and the report says how many held nothing', async () => {
	const { add, call } = await scene([
		note('boats', { start: 5, end: 5 }),
		note('boats', { start: -1 }),
		note('boats', { start: 0.5 }),
		note('boats', { end: 1000 }),
		note('. The', { start: words.indexOf(' The'), end: words.indexOf('The') }),
		note('boats', { at: Number.POSITIVE_INFINITY }),
	])
	const outcome = await add()
	expect(outcome.annotations).toBe(1)
	expect(outcome.warnings).toEqual([expect.stringMatching(/^One highlight or comment .*\.$/)])
	expect(await call('highlights.of', { document: outcome.document })).toMatchObject([
		{ anchor: { quote: 'boats' } },
	])
})
