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
	const content = percentDecoded(new TextEncoder().encode(body))
	return header.includes(';base64') ? base64Bytes(content) : content
}

const base64Bytes = (letters: Uint8Array): Uint8Array =>
	new Uint8Array(Buffer.from(new TextDecoder().decode(letters), 'base64'))

const percent = 0x25

/** With the bytes that %-escapes stand for in their place. */
function percentDecoded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
	const decoded = new Uint8Array(bytes.length)
	let length = 0
	for (let at = 0; at < bytes.length; at++) {
		const hex = bytes[at] === percent ? String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0) : ''
		const isEscape = /^[0-9a-f]{2}$/i.test(hex)
		decoded[length++] = isEscape ? Number.parseInt(hex, 16) : (bytes[at] ?? 0)
		if (isEscape) at += 2
	}
	return decoded.subarray(0, length)
}

function mediaTypeOf(bytes: Uint8Array): Asset['mediaType'] | null {
	const ascii = (from: number, to: number) => String.fromCharCode(...bytes.subarray(from, to))
	if (ascii(1, 4) === 'PNG' && bytes[0] === 0x89) return 'image/png'
	if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg'
	if (ascii(0, 4) === 'GIF8') return 'image/gif'
	if (ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WEBP') return 'image/webp'
	if (ascii(4, 8) === 'ftyp' && /^(avif|avis)$/.test(ascii(8, 12))) return 'image/avif'
	return null
}
