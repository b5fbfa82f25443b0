import { afterAll, beforeAll, expect, test } from 'vitest'
import type { JobId } from '../../../corpus/ids.ts'
import { cancelled } from '../../../main/app/jobs.ts'
import { finder } from '../../../main/app/search/find.ts'
import { ReadDb } from '../../../main/store/connection.ts'
import { libraryFile } from '../../../main/store/libraryfile.ts'
import { type Client, clientOf } from '../../contract/client.ts'
import { asThreads, openTestApp, type TestApp } from '../support/world.ts'

let opened: TestApp | null = null
let client: Client | null = null

beforeAll(async () => {
	opened = await openTestApp({ startWorker: asThreads })
	client = clientOf(opened.app.bridge)
	const paragraphs = Array.from({ length: 3000 }, (_, index) => `A common word, number ${index}.`)
	for (const name of ['One', 'Two', 'Three'])
		await client.call('import.text', {
			job: client.job(),
			text: [name, ...paragraphs].join('\n\n'),
			format: 'text',
			title: name,
		})
}, 60_000)
afterAll(() => opened?.close())

function scene() {
	if (!opened || !client) throw new Error('not open')
	return { ...opened, ...client }
}
const input = { job: 'job' as JobId, query: 'common', order: 'rank', limit: 10, perDocument: 5 } as const

test('a search can be stopped at every point of its way, and the connection is good afterwards', () => {
	const db = ReadDb.openForReading(libraryFile(scene().folder))
	let left = Number.POSITIVE_INFINITY
	let calls = 0
	const alive = () => {
		calls += 1
		if (--left < 0) throw cancelled()
		return 1
	}
	db.define('alive', { deterministic: false }, alive)
	const find = finder(db, alive)
	const whole = find(input)
	expect(whole.documents).toBe(3)
	const all = calls
	for (let after = 0; after < all; after += Math.ceil(all / 20)) {
		left = after
		expect(() => find(input)).toThrow(expect.objectContaining({ code: 'cancelled' }))
	}
	left = Number.POSITIVE_INFINITY
	expect(find(input)).toEqual(whole)
	db.close()
})

test('a later search with the same job takes the place of the earlier ones', async () => {
	const { app, call } = scene()
	const earlier = Array.from({ length: 8 }, () => app.bridge.call('search.find', input))
	const last = await call('search.find', { ...input, query: 'two' })
	expect(last.groups.map(({ title }) => title)).toEqual(['Two'])
	for (const reply of await Promise.all(earlier))
		expect(reply).toMatchObject({ ok: false, code: 'cancelled' })
})

test('searches with jobs of their own do not disturb each other', async () => {
	const { call, job } = scene()
	const both = await Promise.all([
		call('search.find', { ...input, job: job(), query: 'two' }),
		call('search.find', { ...input, job: job(), query: 'three' }),
	])
	expect(both.map(({ groups }) => groups.map(({ title }) => title))).toEqual([['Two'], ['Three']])
})

test('a search is stopped by its job', async () => {
	const { app, call } = scene()
	const search = app.bridge.call('search.find', input)
	await call('jobs.cancel', { job: input.job })
	expect(await search).toMatchObject({ ok: false, code: 'cancelled' })
	expect((await call('search.find', input)).documents).toBe(3)
})

test('no more hits come than were asked for, but all are counted', async () => {
	const { call } = scene()
	const { groups, documents } = await call('search.find', { ...input, order: 'library', limit: 2 })
	expect(documents).toBe(3)
	expect(groups.map(({ title, hits, total }) => ({ title, hits: hits.length, total }))).toEqual([
		{ title: 'One', hits: 5, total: 1000 },
		{ title: 'Three', hits: 5, total: 1000 },
	])
})
