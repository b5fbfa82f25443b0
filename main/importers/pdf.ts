import type { BytesImporter } from './importer.ts'

/** PDF documents. What reads them is large, and is loaded with the first one. */
export const pdfImporter: BytesImporter = {
	kind: 'bytes',
	name: 'pdf',
	recognises,
	read: async (source) => {
		const { readPdf } = await import('./pdf/document.ts')
		return [await readPdf(source)]
	},
}

/**
 * Other bytes may stand before a PDF. What only speaks of PDFs in its first lines has no end like one: ISO
 * 32000-1, 7.5.5.
 */
function recognises(bytes: Uint8Array): boolean {
	const beginning = latin1(bytes.subarray(0, 1024))
	if (/^\s*%PDF-\d/.test(beginning)) return true
	return beginning.includes('%PDF-') && latin1(bytes.subarray(-2048)).includes('startxref')
}

const latin1 = (bytes: Uint8Array): string => String.fromCharCode(...bytes)
