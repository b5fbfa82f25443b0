/// <reference path="./pdfworker.d.ts" />
import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import {
	getDocument,
	InvalidPDFException,
	PasswordException,
	PasswordResponses,
	type PDFDocumentProxy,
} from 'pdfjs-dist/legacy/build/pdf.mjs'
import * as pdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { UserError } from '../../../corpus/errors.ts'
import type { BytesSource } from '../importer.ts'

/**
 * Opens a PDF with pdf.js, in this very process: no worker, no network, no scripts of the file, no forms
 * that are programs (XFA). Whoever opens it destroys `loadingTask`.
 *
 * @throws UserError `password` where the file is locked and the password given does not open it;
 *   `refused` where nothing can be opened
 */
export async function openPdf({ fileName, bytes, options, pdfData }: BytesSource): Promise<PDFDocumentProxy> {
	// Where pdf.js finds this, it runs its worker's part here and looks for no file.
	Object.assign(globalThis, { pdfjsWorker: pdfWorker })
	const task = getDocument({
		// pdf.js takes the buffer away from whoever gives it.
		data: bytes.slice(),
		...(options.password !== undefined && { password: options.password }),
		...quiet,
		...(pdfData !== undefined && {
			BinaryDataFactory: dataFactory(pdfData),
			cMapUrl: `${pdfData}/cmaps/`,
			standardFontDataUrl: `${pdfData}/standard_fonts/`,
		}),
	})
	try {
		return await task.promise
	} catch (error) {
		await task.destroy()
		if (error instanceof PasswordException) throw locked(fileName, error.code)
		const reason = reasonOf(error)
		throw new UserError('refused', `“${fileName}” ${reason}, so nothing was added.`)
	}
}

/** Named one by one: what pdf.js takes for granted depends on whether it believes to be in a browser. */
const quiet = {
	verbosity: 0,
	cMapPacked: true,
	enableXfa: false,
	disableFontFace: true,
	useSystemFonts: false,
	useWorkerFetch: false,
	useWasm: false,
	isOffscreenCanvasSupported: false,
	isImageDecoderSupported: false,
	disableWorkerRendering: true,
	disableRange: true,
	disableStream: true,
	disableAutoFetch: true,
	/** Pictures are not looked at: the text alone is read. */
	maxImageSize: 0,
	/** Nothing is drawn. */
	CanvasFactory: class {},
	FilterFactory: class {
		destroy() {}
	},
}

/** Gives pdf.js its character maps and fonts from the disk. @param folder that of the package's data */
function dataFactory(folder: string) {
	const folders: Readonly<Record<string, string>> = {
		cMapUrl: 'cmaps',
		standardFontDataUrl: 'standard_fonts',
	}
	return class {
		async fetch({ kind, filename }: { readonly kind: string; readonly filename: string }) {
			const within = folders[kind]
			if (within === undefined) throw new Error(`No ${kind} is needed to read text.`)
			return new Uint8Array(await readFile(join(folder, within, basename(filename))))
		}
	}
}

function locked(fileName: string, code: number): UserError {
	const sentence =
		code === PasswordResponses.INCORRECT_PASSWORD
			? `This password does not open “${fileName}”. Nothing was added; try another one.`
			: `“${fileName}” is locked with a password. Give it to read the file.`
	return new UserError('password', sentence)
}

function reasonOf(error: unknown): string {
	if (error instanceof InvalidPDFException) return 'is damaged, or no PDF at all'
	const isUnknownLock = error instanceof Error && /encrypt/i.test(error.message)
	return isUnknownLock ? 'is encrypted in a way that is not known here' : 'is a damaged PDF'
}
