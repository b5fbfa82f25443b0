import type { PDFDocumentLoadingTask, PDFDocumentProxy } from 'pdfjs-dist'
import rendererUrl from 'pdfjs-dist/legacy/build/pdf.renderer.min.mjs?url'
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url'

/** What draws the pages of an original. */
export interface PageSource {
	/**
	 * Draws a page on a canvas, which gets the size that is needed.
	 *
	 * @param page index, from 0
	 * @param scale px of the canvas for one point
	 * @returns false when the signal came first
	 * @throws Error when the page is damaged
	 */
	draw(page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<boolean>
}

export interface PdfOptions {
	/** Address of the bytes, under the page's own origin. */
	readonly url: string
	/** Absolute address of the folder with `cmaps/`, `standard_fonts/`, `wasm/` and `iccs/`, with a slash at its end. */
	readonly resources: string
	/** Tried before the reader is asked. */
	readonly password: string | null
	/** Asks for the password of a locked file. `wrong`: one was tried already. null: the reader does not tell. */
	readonly askPassword: (wrong: boolean) => Promise<string | null>
}

/** The reader was asked for the password and did not tell it. */
export class PasswordRefused extends Error {}

/** Px that a canvas may have: more than some machines can draw on. */
const mostPixels = 4096 * 4096

/** Pixels of a picture inside a page; one with more is not drawn, for it would take gigabytes. */
const largestPicture = 2 ** 28

/**
 * An open PDF, drawn by pdf.js. No script of the file runs, no form can be filled, no link can be followed
 * here, and nothing is loaded but the file and what came with the application.
 */
export class PdfOriginal implements PageSource {
	/** The password that opened it; null: none was needed. */
	readonly password: string | null
	readonly #task: PDFDocumentLoadingTask
	readonly #document: PDFDocumentProxy

	private constructor(task: PDFDocumentLoadingTask, document: PDFDocumentProxy, password: string | null) {
		this.#task = task
		this.#document = document
		this.password = password
	}

	/** @throws PasswordRefused, or an Error when the file cannot be read */
	static async open(options: PdfOptions): Promise<PdfOriginal> {
		const pdf = await import('pdfjs-dist/legacy/build/pdf.mjs')
		pdf.GlobalWorkerOptions.workerSrc = workerUrl
		pdf.GlobalWorkerOptions.rendererSrc = rendererUrl
		const { resources } = options
		let password = options.password
		const task = pdf.getDocument({
			url: options.url,
			...(password === null ? {} : { password }),
			cMapUrl: `${resources}cmaps/`,
			standardFontDataUrl: `${resources}standard_fonts/`,
			wasmUrl: `${resources}wasm/`,
			iccUrl: `${resources}iccs/`,
			maxImageSize: largestPicture,
			disableRange: true,
			enableXfa: false,
			verbosity: pdf.VerbosityLevel.ERRORS,
		})
		const refused = new Promise<never>((_, reject) => {
			task.onPassword = (update: (password: string) => void, reason: number) => {
				const wrong = reason === pdf.PasswordResponses.INCORRECT_PASSWORD
				options.askPassword(wrong).then((told) => {
					if (told === null) {
						reject(new PasswordRefused('The password was not told.'))
						return
					}
					password = told
					update(told)
				}, reject)
			}
		})
		try {
			return new PdfOriginal(task, await Promise.race([task.promise, refused]), password)
		} catch (error) {
			void task.destroy()
			throw error
		}
	}

	async draw(page: number, canvas: HTMLCanvasElement, scale: number, signal: AbortSignal): Promise<boolean> {
		const proxy = await this.#document.getPage(page + 1)
		if (signal.aborted) return false
		const plain = proxy.getViewport({ scale: 1 })
		const most = Math.sqrt(mostPixels / Math.max(1, plain.width * plain.height))
		const viewport = proxy.getViewport({ scale: Math.min(scale, most) })
		canvas.width = Math.max(1, Math.round(viewport.width))
		canvas.height = Math.max(1, Math.round(viewport.height))
		const task = proxy.render({ canvas, viewport })
		// What is given up may go on for a while in its own thread: nobody waits for it.
		const given = new Promise<false>((resolve) => {
			signal.addEventListener('abort', () => resolve(false), { once: true })
		})
		try {
			return await Promise.race([task.promise.then(() => true), given])
		} finally {
			if (signal.aborted) task.cancel()
			else proxy.cleanup()
		}
	}

	/** Ends the work on the file and gives back what it took. */
	close(): void {
		void this.#task.destroy()
	}
}
