import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { icns, ico, type Picture } from '../../main/packaging/icons/containers.ts'

const folder = join(import.meta.dirname, '../../main/packaging/icons')
const read = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)))
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
const pictures: readonly Picture[] = sizes.map((size) => ({ size, png: read(`${size}x${size}.png`) }))

/** Where a PNG's header says how large it is. */
const sideOf = (png: Uint8Array): readonly number[] => {
	const view = new DataView(png.buffer, png.byteOffset)
	return [view.getUint32(16), view.getUint32(20)]
}

describe('the icon', () => {
	it('is there in every size, as large as its name says', () => {
		for (const { size, png } of pictures) expect(sideOf(png)).toEqual([size, size])
	})

	it('is packed for Windows and macOS as it is drawn now', () => {
		expect(Buffer.from(read('icon.ico')).equals(ico(pictures.filter(({ size }) => size <= 256)))).toBe(true)
		expect(Buffer.from(read('icon.icns')).equals(icns(pictures))).toBe(true)
	})

	it('lies in its folder with nothing that no system asks for', () => {
		const pngs = readdirSync(folder).filter((name) => name.endsWith('.png'))
		expect(pngs.toSorted()).toEqual(sizes.map((size) => `${size}x${size}.png`).toSorted())
	})

	it('shows the same small drawing in the browser face', () => {
		const page = readFileSync(join(folder, '../../../renderer/icon.svg'), 'utf8')
		expect(page).toBe(readFileSync(join(folder, 'icon-small.svg'), 'utf8'))
	})
})

describe('the icon file of Windows', () => {
	const a = Uint8Array.of(1, 2, 3)
	const b = Uint8Array.of(4, 5)

	it('points to each picture, and writes 256 pixels as 0', () => {
		const file = ico([
			{ size: 32, png: a },
			{ size: 256, png: b },
		])
		const view = new DataView(file.buffer)
		expect([view.getUint16(0, true), view.getUint16(2, true), view.getUint16(4, true)]).toEqual([0, 1, 2])
		const entry = (at: number) => ({
			size: view.getUint8(at),
			bytes: [...file].slice(
				view.getUint32(at + 12, true),
				view.getUint32(at + 12, true) + view.getUint32(at + 8, true),
			),
		})
		expect(entry(6)).toEqual({ size: 32, bytes: [1, 2, 3] })
		expect(entry(22)).toEqual({ size: 0, bytes: [4, 5] })
	})

	it('refuses a picture that it has no number for', () => {
		expect(() => ico([{ size: 512, png: a }])).toThrow(RangeError)
	})
})

describe('the icon file of macOS', () => {
	it('names each picture by its size and says its own length', () => {
		const file = icns([
			{ size: 24, png: Uint8Array.of(9) },
			{ size: 128, png: Uint8Array.of(1, 2) },
			{ size: 1024, png: Uint8Array.of(3) },
		])
		const text = new TextDecoder('latin1').decode(file)
		expect(text.startsWith('icns')).toBe(true)
		expect(new DataView(file.buffer).getUint32(4)).toBe(file.length)
		expect(text.slice(8)).toBe('ic07\0\0\0\x0a\x01\x02ic10\0\0\0\x09\x03')
	})
})
