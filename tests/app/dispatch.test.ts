import { expect, test } from 'vitest'
import { dispatcher } from '../../main/app/dispatch.ts'
import { contract, type Method } from '../../preload/contract.ts'

/** Handlers that answer every call with its input. */
const echo = Object.fromEntries(
	Object.keys(contract).map((method) => [method, (input: never) => input]),
) as Record<Method, never>
const call = dispatcher(echo, () => {})

test('an input that fits goes to its handler', async () => {
	expect(await call('documents.get', { id: 'a-1' })).toEqual({ ok: true, value: { id: 'a-1' } })
})

test.each(['constructor', '__proto__', 'toString', 'documents', '', 'documents.get '])(
	'there is no call named %j',
	async (method) => {
		expect(await call(method, {})).toMatchObject({ ok: false, code: 'invalid' })
	},
)

test('a mistake in the input is named by its field', async () => {
	const reply = await call('highlights.create', { document: 'd', start: -1, end: 5, themes: [] })
	expect(reply).toMatchObject({ ok: false, code: 'invalid', message: expect.stringContaining('start') })
})

test.each([undefined, null, 7, 'text', [], { id: 'd', more: true }, { id: '../../etc' }])(
	'an input of another shape (%j) is refused',
	async (input) => {
		expect(await call('documents.get', input)).toMatchObject({ ok: false, code: 'invalid' })
	},
)

test('it answers also where the handler breaks', async () => {
	const logged: unknown[] = []
	const broken = dispatcher(
		{ ...echo, 'themes.list': () => Promise.reject(new Error('on purpose')) },
		(_level, _message, details) => logged.push(details),
	)
	expect(await broken('themes.list', {})).toMatchObject({ ok: false, code: 'internal' })
	expect(logged).toHaveLength(1)
})
