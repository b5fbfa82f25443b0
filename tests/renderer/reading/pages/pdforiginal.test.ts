import { expect, test } from 'vitest'
import { PdfOriginal } from '../../../../renderer/reading/pages/pdforiginal.ts'
import { pdfFile } from '../../../support/pdfs.ts'

const pages = Array.from({ length: 40 }, (_, index) => ({
	width: 300,
	height: 400,
	drawing: '0 0 1 rg 0 0 300 200 re f',
	texts: [{ text: `Page ${index + 1}`, x: 40, y: 60, size: 12 }],
}))

const open = (bytes: Uint8Array) =>
	PdfOriginal.open({
		url: URL.createObjectURL(new Blob([new Uint8Array(bytes)])),
		resources: new URL('/node_modules/pdfjs-dist/', location.href).href,
		password: null,
		askPassword: async () => null,
	})

const never = new AbortController().signal

test('a page is drawn at the size that is asked for', async () => {
	const original = await open(pdfFile({ pages }))
	const canvas = document.createElement('canvas')
	expect(await original.draw(3, canvas, 2, never)).toBe(true)
	expect([canvas.width, canvas.height]).toEqual([600, 800])
	const copy = document.createElement('canvas').getContext('2d')
	copy?.drawImage(canvas, 0, 0, 600, 800, 0, 0, 300, 150)
	expect([...(copy?.getImageData(100, 20, 1, 1).data ?? [])]).toEqual([255, 255, 255, 255])
	expect([...(copy?.getImageData(100, 130, 1, 1).data ?? [])]).toEqual([0, 0, 255, 255])
	original.close()
})

test('no canvas is larger than machines can draw on', async () => {
	const original = await open(pdfFile({ pages: [{ width: 14_000, height: 14_000, texts: [] }] }))
	const canvas = document.createElement('canvas')
	await original.draw(0, canvas, 3, never)
	expect(canvas.width * canvas.height).toBeLessThanOrEqual(4096 * 4096)
	original.close()
})

test('pages can be given up at any time, and the next is drawn all the same', async () => {
	const original = await open(pdfFile({ pages }))
	for (let round = 0; round < 40; round++) {
		const stop = new AbortController()
		const drawing = original.draw(round, document.createElement('canvas'), 2, stop.signal)
		for (let turn = 0; turn < round % 8; turn++) await new Promise((resolve) => setTimeout(resolve))
		stop.abort()
		await drawing
	}
	const canvas = document.createElement('canvas')
	expect(await original.draw(0, canvas, 1, never)).toBe(true)
	original.close()
})

test('bytes that are no PDF are an error', async () => {
	await expect(open(new TextEncoder().encode('no PDF at all'))).rejects.toThrow()
})
