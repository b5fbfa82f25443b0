import { expect, test } from 'vitest'
import { UserError } from '../../corpus/errors.ts'
import { portPair } from '../../main/app/inprocess.ts'
import type { Log } from '../../main/app/options.ts'
import { callOver, serve } from '../../main/app/rpc.ts'

function join(answer: (method: string, input: unknown) => unknown) {
	const [near, far] = portPair()
	const logged: { level: string; message: string; details: unknown }[] = []
	const events: unknown[] = []
	const log: Log = (level, message, details) => logged.push({ level, message, details })
	let emit: (event: unknown) => void = () => {}
	serve(far, (served) => {
		emit = served.emit
		return answer
	})
	const caller = callOver(near, { name: 'the other side', log, onEvent: (event) => events.push(event) })
	return { caller, far, logged, events, emit: (event: unknown) => emit(event) }
}

test('a call is answered with what the other side returns', async () => {
	const { caller } = join((method, input) => ({ method, input }))
	expect(await caller.call('greet', { name: 'Ana' })).toEqual({ method: 'greet', input: { name: 'Ana' } })
})

test('calls that take longer are not mixed up with quick ones', async () => {
	let finish: (value: string) => void = () => {}
	const slow = new Promise<string>((resolve) => {
		finish = resolve
	})
	const { caller } = join((method) => (method === 'slow' ? slow : 'quick'))
	const first = caller.call('slow', null)
	expect(await caller.call('fast', null)).toBe('quick')
	finish('at last')
	expect(await first).toBe('at last')
})

test('a UserError arrives with its code and sentence', async () => {
	const { caller, logged } = join(() => {
		throw new UserError('not-found', 'It is gone.')
	})
	await expect(caller.call('get', null)).rejects.toMatchObject({ code: 'not-found', message: 'It is gone.' })
	expect(logged).toEqual([])
})

test('any other error is logged where it happens and answered as internal', async () => {
	const { caller, logged } = join(() => {
		throw new TypeError('undefined is no function')
	})
	await expect(caller.call('get', null)).rejects.toMatchObject({
		code: 'internal',
		message: expect.not.stringContaining('undefined'),
	})
	expect(logged).toMatchObject([
		{ level: 'error', details: expect.stringContaining('undefined is no function') },
	])
})

test('an event that is sent before an answer arrives before it', async () => {
	const order: string[] = []
	const { caller, emit, events } = join(() => {
		emit('written')
		return null
	})
	await caller.call('write', null).then(() => order.push(...events.map(String), 'answered'))
	expect(order).toEqual(['written', 'answered'])
})

test('the death of the other side answers whoever waits, now and later', async () => {
	const { caller, far, logged } = join(() => new Promise(() => {}))
	const waiting = caller.call('wait', null)
	await far.terminate()
	await expect(waiting).rejects.toMatchObject({
		code: 'internal',
		message: expect.stringContaining('stopped'),
	})
	await expect(caller.call('again', null)).rejects.toMatchObject({ code: 'internal' })
	expect(logged).toMatchObject([{ level: 'error' }])
})

test('after an orderly end, calls are told that the library is closed', async () => {
	const { caller, logged } = join(() => null)
	await caller.end()
	await expect(caller.call('again', null)).rejects.toMatchObject({ code: 'cancelled' })
	expect(logged).toEqual([])
})
