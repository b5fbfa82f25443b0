import { UserError } from '../../corpus/errors.ts'
import { readHtml } from './html.ts'
import type { BytesImporter, BytesSource, Imported } from './importer.ts'
import { readWebArchive } from './mhtml/archive.ts'

/** Web archives (MHTML) as Chromium, Edge and Internet Explorer save pages: the page with its pictures. */
export const mhtmlImporter: BytesImporter = {
	kind: 'bytes',
	name: 'mhtml',
	recognises: (bytes) =>
		/^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*content-type:\s*multipart\/related/i.test(
			String.fromCharCode(...bytes.subarray(0, 4096)),
		),
	read: async (source) => [readArchive(source)],
}

function readArchive({ bytes, fileName, options }: BytesSource): Imported {
	const source = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
	const archive = readWebArchive(source)
	if (archive === null) {
		const message = `“${fileName}” holds no web page, so nothing was added.`
		throw new UserError('refused', message)
	}
	const { page, subject, date } = archive
	return readHtml(
		{ text: page.html, options },
		{
			saved: { url: page.address, date: date === null ? null : dayOf(date) },
			title: subject,
			picture: (src) => archive.picture(src),
			frame: (src) => archive.frame(src)?.html ?? null,
		},
	)
}

/** `Tue, 28 Aug 2012 09:53:28 +0300` as the day on which it was there. */
function dayOf(date: string): string | null {
	const match = /\b(\d{1,2})\s+([a-z]{3})[a-z]*\s+(\d{4})\b/i.exec(date)
	return match === null ? null : `${match[1]} ${match[2]} ${match[3]}`
}
