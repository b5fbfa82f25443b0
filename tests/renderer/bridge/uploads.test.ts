import { afterEach, expect, it, vi } from 'vitest'
import { upload } from '../../../renderer/bridge/uploads.ts'

afterEach(() => {
	vi.restoreAllMocks()
})

it('keeps files of one name apart, and the files of a folder together', async () => {
	const kept = new Map<string, string>()
	vi.spyOn(window, 'fetch').mockImplementation(async (address, request) => {
		const query = new URLSearchParams(String(address).split('?')[1])
		const batch = query.get('batch') ?? ''
		const path = query.get('path') ?? ''
		kept.set(`${batch} ${path}`, await new Response(request?.body).text())
		return Response.json({ token: `${batch} ${path.split('/')[0]}` })
	})
	const file = (words: string) => new File([words], 'notes.txt')
	const tokens = await upload([
		{ item: 0, path: 'notes.txt', file: file('from one folder') },
		{ item: 1, path: 'notes.txt', file: file('from another') },
		{ item: 2, path: 'papers/a.txt', file: file('A') },
		{ item: 2, path: 'papers/b.txt', file: file('B') },
	])
	expect([...kept.values()]).toEqual(['from one folder', 'from another', 'A', 'B'])
	expect(new Set(tokens).size).toBe(3)
})
