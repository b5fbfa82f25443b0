import type { Asset } from '../../../corpus/parseddocument.ts'
import { safeDrawing } from './drawing.ts'

/** Larger pictures are left out: bytes. */
const maxBytes = 20_000_000
/** All pictures of a document together: bytes. */
const maxTotal = 200_000_000
/** Smaller ones are place holders and counters, not pictures: bytes. */
const minBytes = 73

/** Collects the pictures that lie inside a document itself, each once. */
export class Pictures {
	readonly assets: Asset[] = []
	readonly #keys = new Map<string, string | null>()
	#total = 0

	/**
	 * @param src what the document says where the picture lies
	 * @param bytes the picture, where it lies beside the document; null: only `data:` addresses hold one
	 * @returns the key of its asset; null where the picture is not in the document, is of a kind that is
	 * not shown (anything but PNG, JPEG, GIF, WebP, AVIF, told by its bytes, and drawings that do nothing
	 * but draw), or is too large
	 */
	keyOf(src: string, bytes: Uint8Array | null): string | null {
		const known = this.#keys.get(src)
		if (known !== undefined) return known
		const found = bytes === null && !/^data:image\/svg/i.test(src) ? dataBytes(src) : bytes
		const key = found === null ? null : this.#add(found, bytes !== null)
		if (src.length < 1000 || key !== null) this.#keys.set(src, key)
		return key
	}

	#add(bytes: Uint8Array, mayBeDrawing: boolean): string | null {
		if (bytes.length < minBytes || bytes.length > maxBytes) return null
		const mediaType = mediaTypeOf(bytes)
		const drawing = mediaType === null && mayBeDrawing ? safeDrawing(bytes) : null
		if (drawing !== null) return this.#keep('image/svg+xml', drawing, 'svg')
		return mediaType === null ? null : this.#keep(mediaType, bytes, mediaType.slice('image/'.length))
	}

	#keep(mediaType: Asset['mediaType'], bytes: Uint8Array, ending: string): string | null {
		if (this.#total + bytes.length > maxTotal) return null
		this.#total += bytes.length
		const key = `picture-${this.assets.length + 1}.${ending}`
		this.assets.push({ key, mediaType, bytes })
		return key
	}
}

/** The bytes that a `data:` address of a picture holds; null for other addresses. */
export function dataBytes(src: string): Uint8Array | null {
	const comma = src.indexOf(',')
	if (!/^data:/i.test(src) || comma < 0 || src.length > maxBytes * 2) return null
	const header = src.slice('data:'.length, comma).toLowerCase()
	if (!header.startsWith('image/')) return null
	const body = src.slice(comma + 1)
	if (!header.includes(';base64')) {
		const letters = Buffer.from(body, 'utf8').toString('latin1')
		return new Uint8Array(Buffer.from(percentDecoded(letters), 'latin1'))
	}
	return new Uint8Array(Buffer.from(body.includes('%') ? percentDecoded(body) : body, 'base64'))
}

/** %-escapes as bytes, one code unit each. */
const percentDecoded = (text: string): string =>
	text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))

function mediaTypeOf(bytes: Uint8Array): Asset['mediaType'] | null {
	const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
	if (ascii(1, 4) === 'PNG' && bytes[0] === 0x89) return 'image/png'
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
	if (ascii(0, 4) === 'GIF8') return 'image/gif'
	if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp'
	if (ascii(4, 8) === 'ftyp' && /^(avif|avis)$/.test(ascii(8, 12))) return 'image/avif'
	return null
}
