import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ParseRequest } from '../../main/importers/protocol.ts'

const entry = join(import.meta.dirname, '../../main/parser.ts')

describe('the parser process', () => {
	it('answers each request, good or bad, and ends with its parent', async () => {
		const child = fork(entry, [], { serialization: 'advanced', execArgv: [] })
		const ask = async (request: ParseRequest): Promise<unknown> => {
			child.send(request)
			const [answer] = await once(child, 'message')
			return answer
		}
		const bytes = new TextEncoder().encode('Only a line.')
		const options = { html: 'page' } as const
		expect(await ask({ kind: 'documents', id: 1, fileName: 'a.txt', bytes, options })).toMatchObject({
			id: 1,
			ok: true,
			documents: [{ text: { text: 'Only a line.\n' } }],
		})
		const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)
		expect(await ask({ kind: 'documents', id: 2, fileName: 'a.txt', bytes: picture, options })).toMatchObject(
			{
				id: 2,
				ok: false,
				code: 'unknown-kind',
			},
		)
		const table = new TextEncoder().encode('file,title\na.txt,Été\n')
		expect(await ask({ kind: 'table', id: 3, fileName: 'a.csv', bytes: table })).toEqual({
			id: 3,
			ok: true,
			rows: [
				['file', 'title'],
				['a.txt', 'Été'],
			],
		})
		child.disconnect()
		const [code] = await once(child, 'exit')
		expect(code).toBe(0)
	})
})
