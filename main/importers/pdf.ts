import type { BytesImporter } from './importer.ts'

/** PDF documents. What reads them is large, and is loaded with the first one. */
export const pdfImporter: BytesImporter = {
	kind: 'bytes',
	name: 'pdf',
	recognises: (bytes) => String.fromCharCode(...bytes.subarray(0, 1024)).includes('%PDF-'),
	read: async (source) => {
		const { readPdf } = await import('./pdf/document.ts')
		return [await readPdf(source)]
	},
}
