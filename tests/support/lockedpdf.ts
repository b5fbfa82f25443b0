import { createHash } from 'node:crypto'

/**
 * A PDF of one page with one line, locked with a password (ISO 32000-1, 7.6: standard security handler,
 * revision 2, RC4 with 40 bits). @param words plain letters
 */
export function lockedPdf(password: string, words: string): Uint8Array {
	const id = Buffer.from('0123456789abcdef', 'latin1')
	const permissions = Buffer.alloc(4)
	permissions.writeInt32LE(-4)
	const padded = padding(password)
	const owner = rc4(md5(padded).subarray(0, 5), padded)
	const key = md5(Buffer.concat([padded, owner, permissions, id])).subarray(0, 5)
	const user = rc4(key, fill)
	const content = rc4(keyOf(key, 4), Buffer.from(`BT /F1 14 Tf 40 340 Td (${words}) Tj ET`, 'latin1'))
	const objects = [
		'<< /Type /Catalog /Pages 2 0 R >>',
		'<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
		'<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 400] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
		`<< /Length ${content.length} >>\nstream\n${content.toString('latin1')}\nendstream`,
		'<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
		`<< /Filter /Standard /V 1 /R 2 /P -4 /O <${owner.toString('hex')}> /U <${user.toString('hex')}> >>`,
	]
	let file = '%PDF-1.4\n'
	const rows = objects.map((body, index) => {
		const row = `${`${file.length}`.padStart(10, '0')} 00000 n \n`
		file += `${index + 1} 0 obj\n${body}\nendobj\n`
		return row
	})
	const size = objects.length + 1
	const start = file.length
	file += `xref\n0 ${size}\n0000000000 65535 f \n${rows.join('')}`
	file += `trailer\n<< /Size ${size} /Root 1 0 R /Encrypt 6 0 R /ID [<${id.toString('hex')}> <${id.toString('hex')}>] >>\n`
	return Buffer.from(`${file}startxref\n${start}\n%%EOF\n`, 'latin1')
}

/** What every password is filled up with. */
const fill = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')

const padding = (password: string): Buffer =>
	Buffer.concat([Buffer.from(password, 'latin1'), fill]).subarray(0, 32)

const md5 = (bytes: Uint8Array): Buffer => createHash('md5').update(bytes).digest()

/** The key of one object of generation 0. */
const keyOf = (key: Uint8Array, object: number): Buffer =>
	md5(Buffer.concat([key, Buffer.from([object & 255, object >> 8, 0, 0, 0])])).subarray(0, 10)

/** RC4: OpenSSL does not offer it any more. */
function rc4(key: Uint8Array, bytes: Uint8Array): Buffer {
	const state = Array.from({ length: 256 }, (_, index) => index)
	const at = (index: number): number => state[index & 255] ?? 0
	const swap = (a: number, b: number) => {
		const kept = at(a)
		state[a] = at(b)
		state[b] = kept
	}
	for (let i = 0, j = 0; i < 256; i++) {
		j = (j + at(i) + (key[i % key.length] ?? 0)) & 255
		swap(i, j)
	}
	let [i, j] = [0, 0]
	return Buffer.from(
		Array.from(bytes, (byte) => {
			i = (i + 1) & 255
			j = (j + at(i)) & 255
			swap(i, j)
			return byte ^ at(at(i) + at(j))
		}),
	)
}
