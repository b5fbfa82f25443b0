import { Buffer } from 'node:buffer'

const signature = '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'

/** By the names of streams inside; the first that is there decides. */
const kinds: readonly (readonly [stream: string, sentence: string])[] = [
	[
		'EncryptedPackage',
		'is protected with a password. Nothing was added. Open it in Word or LibreOffice, save it without a password, and import that file.',
	],
	[
		'WordDocument',
		'is a document of an old Word (.doc). Nothing was added. Open it in Word or LibreOffice, save it as .docx or .odt, and import that file.',
	],
	['Workbook', 'is a table of an old Excel (.xls). Nothing was added. Save it as .xlsx or .csv first.'],
	['Book', 'is a table of an old Excel (.xls). Nothing was added. Save it as .xlsx or .csv first.'],
	[
		'PowerPoint Document',
		'is a presentation of an old PowerPoint (.ppt). Nothing was added. Save it as PDF first.',
	],
	['__substg1.0_', 'is an e-mail of Outlook. Nothing was added. Save it as HTML or text first.'],
]

export const isCompound = (bytes: Uint8Array): boolean =>
	String.fromCharCode(...bytes.subarray(0, 8)) === signature

/**
 * What a compound file (MS-CFB), as Office wrote them before 2007 and wraps encrypted files in, is and
 * what can be done, as the end of a sentence that begins with its name; null where it is none.
 */
export function compoundKind(bytes: Uint8Array): string | null {
	if (!isCompound(bytes)) return null
	const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
	const found = kinds.find(([stream]) => file.includes(Buffer.from(stream, 'utf16le')))
	return found?.[1] ?? 'is a file of an older Office. Nothing was added. Save it in a newer format first.'
}
