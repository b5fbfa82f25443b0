import { beforeEach, expect, it, onTestFinished, vi } from 'vitest'
import { CallOrder } from '../../main/web/callorder.ts'

let begun: string[]
let order: CallOrder

beforeEach(() => {
	vi.useFakeTimers()
	onTestFinished(() => void vi.useRealTimers())
	begun = []
	order = new CallOrder()
})

const ask = (page: string, turn: number) =>
	order.begin({ page, turn }, async () => {
		begun.push(`${page}${turn}`)
		return turn
	})

it('begins calls in their order, each page for itself', async () => {
	const answers = [ask('a', 2), ask('b', 1), ask('a', 3), ask('a', 1), ask('a', 4)]
	expect(begun).toEqual(['b1', 'a1', 'a2', 'a3', 'a4'])
	expect(await Promise.all(answers)).toEqual([2, 1, 3, 1, 4])
})

it('does not wait for answers', () => {
	void order.begin({ page: 'a', turn: 1 }, () => new Promise(() => {}))
	void ask('a', 2)
	expect(begun).toEqual(['a2'])
})

it('hands on what a call fails with', async () => {
	await expect(order.begin({ page: 'a', turn: 1 }, () => Promise.reject(new Error('no')))).rejects.toThrow(
		'no',
	)
})

it('goes on without a call that never comes, and takes it when it comes after all', async () => {
	const late = [ask('a', 1), ask('a', 5), ask('a', 4), ask('a', 7)]
	await vi.advanceTimersByTimeAsync(2000)
	expect(begun).toEqual(['a1'])
	await vi.advanceTimersByTimeAsync(2000)
	expect(begun).toEqual(['a1', 'a4', 'a5'])
	void ask('a', 2)
	await vi.advanceTimersByTimeAsync(3000)
	await Promise.all(late)
	expect(begun).toEqual(['a1', 'a4', 'a5', 'a2', 'a7'])
})

it('begins what waits when it ends', () => {
	for (const turn of [6, 2, 3]) void ask('a', turn)
	void ask('b', 9)
	order.close()
	expect(begun).toEqual(['a2', 'a3', 'a6', 'b9'])
	expect(vi.getTimerCount()).toBe(0)
})

it('answers each of two calls that claim one turn', async () => {
	expect(await Promise.all([ask('a', 2), ask('a', 2), ask('a', 1)])).toEqual([2, 2, 1])
})

it('forgets pages that were left long ago, but no call that waits', async () => {
	const waiting = ask('waiting', 2)
	for (let n = 0; n < 300; n++) void ask(`page${n}-`, 1)
	void ask('waiting', 1)
	expect(await waiting).toBe(2)
	expect(begun.slice(-2)).toEqual(['waiting1', 'waiting2'])
})
