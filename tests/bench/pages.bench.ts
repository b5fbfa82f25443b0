import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { onTestFinished, test } from 'vitest'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'
import { pdfFile } from '../support/pdfs.ts'
import { startServer } from '../support/server.ts'
import { percentile, print, prose, scratchFolder } from './measuring.ts'
import { scrollFrames } from './scrolling.ts'

/** A book of 350 pages of 40 lines. */
const book = (): Uint8Array =>
	pdfFile({
		info: { Title: 'The long book' },
		pages: Array.from({ length: 350 }, (_, page) => ({
			width: 420,
			height: 600,
			texts: Array.from({ length: 40 }, (_, line) => ({
				text: prose(12, page * 40 + line + 1),
				x: 40,
				y: 50 + line * 13,
				size: 10,
			})),
		})),
	})

/** pdf.js alone: a canvas for each page near the window, and nothing above it. */
const bareViewer = `<!doctype html><div id="pages" style="height: 720px; overflow: auto"></div>
<script type="module">
import * as pdf from '/pdf.mjs'
pdf.GlobalWorkerOptions.workerSrc = '/pdf.worker.mjs'
window.show = async () => {
	const book = await pdf.getDocument({ url: '/book.pdf', standardFontDataUrl: '/fonts/' }).promise
	const draw = async (box) => {
		if (box.firstChild) return
		const canvas = document.createElement('canvas')
		box.append(canvas)
		const page = await book.getPage(Number(box.dataset.page))
		const viewport = page.getViewport({ scale: 2 })
		canvas.width = viewport.width
		canvas.height = viewport.height
		await page.render({ canvas, viewport }).promise
	}
	const seen = new IntersectionObserver((entries) => {
		for (const { target, isIntersecting } of entries) {
			if (isIntersecting) void draw(target)
			else target.replaceChildren()
		}
	}, { root: document.getElementById('pages'), rootMargin: '100%' })
	for (let page = 1; page <= book.numPages; page++) {
		const box = document.createElement('div')
		box.dataset.page = page
		box.style.cssText = 'width: 840px; height: 1200px; margin: 14px auto'
		document.getElementById('pages').append(box)
		if (page === 1) await draw(box)
		seen.observe(box)
	}
}
</script>`

/** Serves pdf.js, the book and a page that shows it. */
async function serveBare(bytes: Uint8Array): Promise<string> {
	const build = join(import.meta.dirname, '../../node_modules/pdfjs-dist')
	const server = createServer((request, response) => {
		const path = request.url ?? '/'
		const type = path.endsWith('.mjs')
			? 'text/javascript'
			: path === '/'
				? 'text/html'
				: 'application/octet-stream'
		response.setHeader('Content-Type', type)
		if (path === '/') response.end(bareViewer)
		else if (path === '/book.pdf') response.end(bytes)
		else if (path.startsWith('/fonts/'))
			response.end(readFileSync(join(build, 'standard_fonts', path.slice(7))))
		else if (/^\/pdf(\.worker)?\.mjs$/.test(path))
			response.end(readFileSync(join(build, 'legacy/build', path)))
		else response.writeHead(404).end()
	})
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	onTestFinished(() => void server.close())
	return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

test('page view of a PDF of 350 pages', async () => {
	const folder = scratchFolder()
	const bytes = book()
	const path = join(folder, 'book.pdf')
	writeFileSync(path, bytes)
	const server = await startServer({ library: join(folder, 'library'), home: join(folder, 'home') })
	const browser = await chromium.launch({
		executablePath: await chromiumPath(),
		args: [...chromiumArguments],
	})
	try {
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
		await page.goto(server.url)
		await page.getByRole('button', { name: 'Menu', exact: true }).waitFor()
		page.once('filechooser', (chooser) => void chooser.setFiles([path]))
		await page.keyboard.press('Control+o')
		await page
			.getByRole('gridcell', { name: 'The long book' })
			.getByText('The long book')
			.click({ timeout: 120_000 })
		await page.locator('.reading-surface').waitFor()
		const drawn = page.evaluate(async () => {
			await new Promise((resolve) => addEventListener('keyup', resolve, { capture: true, once: true }))
			const start = performance.now()
			while (!document.querySelector('.page-sheet canvas'))
				await new Promise((resolve) => requestAnimationFrame(resolve))
			return performance.now() - start
		})
		await page.keyboard.press('Control+Shift+p')
		const ours = await drawn
		const frames = await scrollFrames(page, '.reading-scroller')
		await page.close()

		const bare = await browser.newPage({ viewport: { width: 1366, height: 768 } })
		await bare.goto(await serveBare(bytes))
		await bare.waitForFunction('window.show')
		const alone = Number(
			await bare.evaluate(
				'(async () => { const start = performance.now(); await show(); return performance.now() - start })()',
			),
		)
		const bareFrames = await scrollFrames(bare, '#pages')
		const of = 'bare pdf.js, same browser'
		print('Page view, 350 pages', [
			{ what: 'first page drawn', ours, unit: 'ms', baseline: alone, of },
			...[0.5, 0.95, 1].map((share) => ({
				what: share === 1 ? 'frame while scrolling, longest' : `frame while scrolling, p${share * 100}`,
				ours: percentile(frames, share),
				unit: 'ms' as const,
				baseline: percentile(bareFrames, share),
				of,
			})),
		])
	} finally {
		await browser.close()
		await server.stop()
	}
})
