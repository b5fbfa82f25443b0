import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { startChildParser } from '../../main/app/childparser.ts'
import type { ParserProcess } from '../../main/app/options.ts'
import { type ParserPool, parserPool, timeFor } from '../../main/app/parserpool.ts'
import { residentMemory } from '../../main/app/residentmemory.ts'

const entry = join(import.meta.dirname, 'parsers/badparser.mjs')
const file = (fileName: string, content = 'Some words.') => ({
	fileName,
	bytes: new TextEncoder().encode(content),
})
const never = new AbortController().signal

let pool: ParserPool | null = null
afterEach(() => pool?.close())

interface Limits {
	readonly patience?: number
	readonly memory?: number
	readonly most?: number
}

/** A pool of bad parsers, with the pids that it started and what it logged. */
function open({ patience = 20_000, memory = 1.5e9, most = 2 }: Limits = {}) {
	const pids: number[] = []
	const logged: string[] = []
	const start = () => {
		const parser = startChildParser(entry)
		pids.push(parser.pid)
		return parser
	}
	const opened = parserPool({
		start,
		log: (_level, message) => logged.push(message),
		memoryOf: residentMemory,
		most,
		patience,
		memory,
	})
	pool = opened
	const read = (fileName: string, content?: string) =>
		opened
			.documents(file(fileName, content), { html: 'article' }, never)
			.then((documents) => documents.map(({ text }) => text.text).join('|'))
	return { pool: opened, pids, logged, read }
}

const alive = (pid: number) => {
	try {
		process.kill(pid, 0)
		return true
	} catch {
		return false
	}
}

test('one process reads good files one after the other', async () => {
	const { read, pids } = open({ most: 1 })
	expect(await read('a.txt', 'One')).toBe('One\n')
	expect(await read('b.txt', 'Two')).toBe('Two\n')
	expect(pids).toHaveLength(1)
})

test('no more processes run than are allowed', async () => {
	const { read, pids } = open({ most: 2 })
	const texts = await Promise.all(
		Array.from({ length: 8 }, (_, index) => read(`${index}.txt`, `Text ${index}`)),
	)
	expect(texts).toEqual(Array.from({ length: 8 }, (_, index) => `Text ${index}\n`))
	expect(pids.length).toBeLessThanOrEqual(2)
})

test.each(['hang', 'sleep'])(
	'a parser that does not answer (%s) is ended, the next file is read',
	async (how) => {
		const { read, pids } = open({ patience: 1500, most: 1 })
		await expect(read(`${how}-a.txt`)).rejects.toMatchObject({
			code: 'refused',
			message: expect.stringContaining('longer than 1.5 seconds'),
		})
		expect(await read('good.txt')).toBe('Some words.\n')
		expect(pids).toHaveLength(2)
	},
)

test('a parser that grows is ended before it takes all memory', async () => {
	const { read, logged } = open({ memory: 300e6, most: 1 })
	await expect(read('grow-a.txt')).rejects.toMatchObject({
		code: 'refused',
		message: expect.stringContaining('too much memory'),
	})
	expect(logged.join()).toContain('bytes of memory')
	expect(await read('good.txt')).toBe('Some words.\n')
})

test.each(['die', 'leave', 'throw'])('a parser that dies (%s) refuses only its file', async (how) => {
	const { read } = open({ most: 2 })
	const [bad, good] = await Promise.allSettled([read(`${how}-a.txt`), read('good.txt')])
	expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'refused' } })
	expect(good).toMatchObject({ status: 'fulfilled', value: 'Some words.\n' })
	expect(await read('another.txt')).toBe('Some words.\n')
})

test('a parser that cannot be reached is ended, the next file gets another', async () => {
	const started: ParserProcess[] = []
	const logged: string[] = []
	let looks = 0
	const opened = parserPool({
		start: () => {
			const parser = startChildParser(entry)
			started.push(parser)
			if (started.length > 1) return parser
			const post = () => {
				throw new Error('The channel is closed.')
			}
			return { ...parser, post }
		},
		log: (_level, message) => logged.push(message),
		memoryOf: async (pid) => {
			if (pid === started[0]?.pid) looks += 1
			return 0
		},
		...{ most: 1, patience: 20_000, memory: 1.5e9 },
	})
	pool = opened
	const read = (name: string) => opened.documents(file(name), { html: 'article' }, never)
	await expect(read('a.txt')).rejects.toMatchObject({ code: 'refused' })
	expect(logged).toEqual([expect.stringContaining('The channel is closed.')])
	expect(await read('b.txt')).toHaveLength(1)
	expect(started).toHaveLength(2)
	expect(looks).toBe(0)
})

test.each(['garbage', 'wrongid', 'offsets', 'bug'])(
	'an answer that makes no sense (%s) is not believed',
	async (how) => {
		const { read, logged } = open({ most: 1 })
		await expect(read(`${how}-a.txt`)).rejects.toMatchObject({
			code: 'refused',
			message: expect.stringContaining('makes no sense'),
		})
		expect(logged).toHaveLength(1)
		expect(await read('good.txt')).toBe('Some words.\n')
	},
)

test('a refusal is passed on, and its parser is used again', async () => {
	const { read, pids } = open({ most: 1 })
	await expect(read('refuse-a.txt')).rejects.toMatchObject({ message: 'There are no words in it.' })
	await expect(read('nothing-a.txt')).rejects.toMatchObject({ message: 'There is nothing to read in it.' })
	expect(await read('good.txt')).toBe('Some words.\n')
	expect(pids).toHaveLength(1)
})

test('a second answer to one request is given to nobody', async () => {
	const { read } = open({ most: 1 })
	expect(await read('twice-a.txt', 'First')).toBe('First\n')
	expect(await read('b.txt', 'Second')).toBe('Second\n')
})

test('an answer after the time is over is given to nobody', async () => {
	const { read } = open({ patience: 2000, most: 1 })
	await expect(read('late-a.txt', 'Late')).rejects.toMatchObject({ code: 'refused' })
	expect(await read('b.txt', 'In time')).toBe('In time\n')
})

test('stopping ends the parser and what waits', async () => {
	const { pool: opened, pids } = open({ most: 1 })
	const stop = new AbortController()
	const running = opened.documents(file('sleep-a.txt'), { html: 'article' }, stop.signal)
	const waiting = opened.documents(file('b.txt'), { html: 'article' }, stop.signal)
	stop.abort()
	await expect(running).rejects.toMatchObject({ code: 'cancelled' })
	await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
	expect(await opened.documents(file('c.txt'), { html: 'article' }, never)).toHaveLength(1)
	expect(pids.length).toBeLessThanOrEqual(2)
})

test('closing ends every parser', async () => {
	const { pool: opened, pids, read } = open()
	const reads = [read('sleep-a.txt'), read('sleep-b.txt'), read('c.txt')]
	const outcomes = Promise.allSettled(reads)
	opened.close()
	expect((await outcomes).every(({ status }) => status === 'rejected')).toBe(true)
	await expect.poll(() => pids.filter(alive)).toEqual([])
})

test('a larger file has more time, but never without end', () => {
	expect(timeFor(1000, 60_000)).toBeCloseTo(60_004)
	expect(timeFor(50e6, 60_000)).toBe(260_000)
	expect(timeFor(256e6, 60_000)).toBe(600_000)
	expect(timeFor(0, 900_000)).toBe(900_000)
})
