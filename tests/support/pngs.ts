import { crc32, deflateSync } from 'node:zlib'

/** A picture of stripes, PNG. @param width, height in pixels */
export function png(width = 60, height = 40): Uint8Array {
	const rows = Array.from({ length: height }, (_, y) => [
		0,
		...Array.from({ length: width }, (_, x) => [x * 4, y * 6, x % 16 < 8 ? 90 : 200]).flat(),
	])
	const header = Buffer.alloc(13)
	header.writeUInt32BE(width, 0)
	header.writeUInt32BE(height, 4)
	header.set([8, 2], 8)
	return new Uint8Array(
		Buffer.concat([
			Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
			chunk('IHDR', header),
			chunk('IDAT', deflateSync(Buffer.from(rows.flat().map((value) => value & 0xff)))),
			chunk('IEND', Buffer.alloc(0)),
		]),
	)
}

function chunk(kind: string, data: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(kind, 'latin1'), data])
	const framed = Buffer.alloc(named.length + 8)
	framed.writeUInt32BE(data.length, 0)
	named.copy(framed, 4)
	framed.writeUInt32BE(crc32(named), named.length + 4)
	return framed
}
