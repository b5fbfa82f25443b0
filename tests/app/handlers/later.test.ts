import { expect, test } from 'vitest'
import type { HighlightId } from '../../../corpus/ids.ts'
import { later } from '../../../main/app/handlers/later.ts'

test('code is read with the first call, once for all calls', async () => {
	let read = 0
	const handlers = later(['templates.preset', 'export.quotation'], async () => {
		read += 1
		return {
			'templates.preset': ({ preset }) => ({ preset, document: '', theme: '', passage: '' }),
			'export.quotation': ({ highlight }) => `About ${highlight}`,
		}
	})
	expect(read).toBe(0)
	expect(handlers['templates.preset']({ preset: 'obsidian' })).toBeInstanceOf(Promise)
	expect(await handlers['export.quotation']({ highlight: 'this' as HighlightId })).toBe('About this')
	expect(read).toBe(1)
})

test('code that could not be read is read again with the next call', async () => {
	let reads = 0
	const handlers = later(['export.quotation'], async () => {
		reads += 1
		if (reads === 1) throw new Error('The drive is away')
		return { 'export.quotation': () => 'A quotation' }
	})
	await expect(handlers['export.quotation']({ highlight: 'this' as HighlightId })).rejects.toThrow('away')
	expect(await handlers['export.quotation']({ highlight: 'this' as HighlightId })).toBe('A quotation')
})
