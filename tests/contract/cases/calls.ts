import { expect, test } from 'vitest'
import { contract, type Method } from '../../../preload/contract.ts'
import type { Scene } from '../scene.ts'

export function callCases(scene: () => Scene): void {
	test('the library says what it is', async () => {
		const info = await scene().call('library.info', {})
		expect(info).toMatchObject({ coder: { name: 'Me' }, documents: expect.any(Number) })
		expect(info.id).toMatch(/^[\w-]{10,}$/)
	})

	test.each(Object.keys(contract) as readonly Method[])(
		'%s refuses an input of another shape',
		async (method) => {
			expect(await scene().refusal(method, { unexpected: true })).toMatchObject({ code: 'invalid' })
			expect(await scene().refusal(method, 'text')).toMatchObject({ code: 'invalid' })
		},
	)

	test.each(['no.such', 'constructor', '__proto__', ''])('there is no call named %j', async (method) => {
		expect(await scene().refusal(method, {})).toMatchObject({ code: 'invalid' })
	})

	test.each([
		['documents.get', { id: 'unknown' }],
		['documents.text', { id: 'unknown' }],
		['documents.edit', { ids: ['unknown'], patch: { title: 'New' } }],
		['documents.status', { ids: ['unknown'], status: 'done' }],
		['documents.queue', { id: 'unknown', before: null }],
		['documents.remove', { ids: ['unknown'] }],
		['documents.split', { id: 'unknown', at: 5 }],
		['documents.position', { id: 'unknown', position: 0 }],
		['documents.openOriginal', { id: 'unknown' }],
		['documents.saveOriginal', { id: 'unknown' }],
		['collections.rename', { id: 'unknown', name: 'New' }],
		['collections.remove', { id: 'unknown' }],
		['collections.add', { id: 'unknown', documents: [] }],
		['collections.take', { id: 'unknown', documents: [] }],
		['highlights.create', { document: 'unknown', start: 0, end: 4, themes: [] }],
		['highlights.move', { id: 'unknown', start: 0, end: 4 }],
		['themes.edit', { id: 'unknown', name: 'New' }],
		['themes.create', { name: 'New', parent: 'unknown' }],
		['themes.move', { id: 'unknown', parent: null, before: null }],
		['themes.remove', { id: 'unknown' }],
		['notes.create', { target: { kind: 'document', id: 'unknown' }, body: 'New' }],
		['notes.edit', { id: 'unknown', body: 'New', session: 's' }],
		['history.goto', { step: 'unknown' }],
		['import.files', { job: 'j1', files: ['unknown'], html: 'article' }],
		['reread.apply', { versions: ['unknown'] }],
		['metadata.preview', { file: 'unknown' }],
		['metadata.apply', { file: 'unknown' }],
		['export.quotation', { highlight: 'unknown' }],
		['export.passage', { document: 'unknown', start: 0, end: 3 }],
		['templates.edit', { id: 'unknown', name: 'New', document: '', theme: '', passage: '' }],
	])('%s says when what it names is not there', async (method, input) => {
		const { code, message } = await scene().refusal(method, input)
		expect(code).toBe('not-found')
		expect(message).toMatch(/^\p{Lu}.*\.$/u)
	})

	test('only addresses of pages and of mail are opened', async () => {
		for (const href of ['file:///etc/passwd', 'javascript:alert(1)', 'commonplace://x', 'nothing', '/home'])
			expect(await scene().refusal('links.open', { href })).toMatchObject({ code: 'invalid' })
	})

	test('stopping a job that does not run is no error', async () => {
		const { call, job } = scene()
		expect(await call('jobs.cancel', { job: job() })).toBeNull()
	})

	test('calls begin in the order in which they were made', async () => {
		const { call, word } = scene()
		const id = await call('notes.create', { target: { kind: 'library' }, body: '' })
		// Long ones take longer on the way than the short ones after them.
		const bodies = Array.from({ length: 20 }, (_, n) => `${n} ${word().repeat(n % 2 === 0 ? 20_000 : 1)}`)
		await Promise.all(bodies.map((body) => call('notes.edit', { id, body, session: 'order' })))
		expect((await call('notes.get', { ids: [id] }))[0]?.body).toBe(bodies.at(-1))
	})

	test('answers are plain data, and calls do not wait for each other', async () => {
		const { call } = scene()
		const answers = await Promise.all(Array.from({ length: 20 }, () => call('library.info', {})))
		expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1)
	})
}
