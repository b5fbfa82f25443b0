import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { test } from 'vitest'
import { importFile } from '../../main/importers/registry.ts'
import { openLibrary } from '../../main/store/library.ts'
import { engineOn, fileOf, world } from '../store/world.ts'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'
import { startServer } from '../support/server.ts'
import { type Measured, markdownDocument, percentile, print, scratchFolder } from './measuring.ts'

const highlightCount = 5_000

/** A library that holds one document of 200,000 words with 5,000 highlights. */
function libraryOfOneBook(folder: string): string {
	const engine = engineOn(openLibrary(folder, world()))
	const bytes = new TextEncoder().encode(markdownDocument(200_000, 'The long book'))
	const documents = importFile({ fileName: 'book.md', bytes, options: { html: 'article' } })
	const [added] = engine.handlers['documents.add'](fileOf('book.md', ...documents))
	if (!added) throw new Error('Nothing was added')
	const id = added.document
	const { text } = engine.handlers['documents.text']({ id })
	const themes = ['Trade', 'Trade/Tariffs', 'Sea', 'War', 'Education'].map((path) =>
		engine.handlers['themes.path']({ path }),
	)
	const apart = Math.floor(text.length / highlightCount)
	for (let at = 0; at < highlightCount; at++) {
		const theme = themes[at % themes.length]
		const start = at * apart
		engine.handlers['highlights.create']({
			document: id,
			start,
			end: start + 60 + (at % 90),
			themes: theme ? [theme] : [],
		})
	}
	engine.close()
	return text
}

/** Scrolls through the element a screen at a time and tells how long each frame took, in ms. */
const scrollFrames = (page: Page, selector: string): Promise<number[]> =>
	page.evaluate(async (css) => {
		let scroller = document.querySelector(css)
		while (scroller && scroller.scrollHeight <= scroller.clientHeight + 1) scroller = scroller.parentElement
		const target = scroller ?? document.documentElement
		const frames: number[] = []
		await new Promise<void>((resolve) => {
			let last = performance.now()
			let left = 240
			const step = (now: number) => {
				frames.push(now - last)
				last = now
				target.scrollTop += 160
				if (left-- > 0) requestAnimationFrame(step)
				else resolve()
			}
			requestAnimationFrame(step)
		})
		return frames.slice(2)
	}, selector)

test('reading a document of 200,000 words with 5,000 highlights', async () => {
	const folder = scratchFolder()
	const library = join(folder, 'library')
	const text = libraryOfOneBook(library)
	const server = await startServer({ library, home: join(folder, 'home') })
	const browser = await chromium.launch({
		executablePath: await chromiumPath(),
		args: [...chromiumArguments],
	})
	try {
		const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
		await page.goto(server.url)
		const row = page.getByText('The long book').first()
		await row.waitFor()
		const opened = page.evaluate(
			() =>
				new Promise<number>((resolve) => {
					let start = 0
					addEventListener(
						'keydown',
						(event) => {
							if (event.key === 'Enter') start = performance.now()
						},
						{ capture: true, once: true },
					)
					const look = () => {
						const surface = document.querySelector('.reading-surface')
						const painted = [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0)
						if (surface?.textContent && painted >= 5_000)
							requestAnimationFrame(() => resolve(performance.now() - start))
						else requestAnimationFrame(look)
					}
					requestAnimationFrame(look)
				}),
		)
		await row.click()
		await page.keyboard.press('Enter')
		const firstPaint = await opened

		const frames = await scrollFrames(page, '.reading-surface')
		const keys: number[] = []
		for (let at = 0; at < 40; at++) keys.push(await keyToPaint(page))
		await page.close()

		const bare = await browser.newPage({ viewport: { width: 1366, height: 768 } })
		const plainPaint = await bare.evaluate(async (whole) => {
			const start = performance.now()
			const box = document.createElement('div')
			box.id = 'plain'
			box.style.cssText = 'white-space: pre-wrap; width: 640px; margin: auto; font: 19px/30px serif'
			for (const line of whole.split('\n')) {
				const paragraph = document.createElement('p')
				paragraph.textContent = line
				box.append(paragraph)
			}
			document.body.append(box)
			await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
			return performance.now() - start
		}, text)
		const plainFrames = await scrollFrames(bare, '#plain')
		const plainKeys: number[] = []
		for (let at = 0; at < 40; at++) plainKeys.push(await keyToFrame(bare))

		const rows: Measured[] = [
			{
				what: 'Enter to text and highlights painted',
				ours: firstPaint,
				unit: 'ms',
				baseline: plainPaint,
				of: 'plain text, same browser',
			},
		]
		for (const share of [0.5, 0.95]) {
			const name = `p${share * 100}`
			rows.push({
				what: `frame while scrolling, ${name}`,
				ours: percentile(frames, share),
				unit: 'ms',
				baseline: percentile(plainFrames, share),
				of: 'plain text, same browser',
			})
			rows.push({
				what: `key to painted highlight, ${name}`,
				ours: percentile(keys, share),
				unit: 'ms',
				baseline: percentile(plainKeys, share),
				of: 'key to next frame',
			})
		}
		print('Reading 200,000 words with 5,000 highlights', rows)
	} finally {
		await browser.close()
		await server.stop()
	}
})

/** Selects some words that can be seen and presses H: ms from the key to the frame that shows the highlight. */
async function keyToPaint(page: Page): Promise<number> {
	const measured = page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				const count = () => [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0)
				const paragraphs = [...document.querySelectorAll('.reading-surface p')].filter((p) => {
					const { top, bottom } = p.getBoundingClientRect()
					return top > 100 && bottom < innerHeight
				})
				const paragraph = paragraphs[Math.floor(Math.random() * paragraphs.length)]
				const words = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
				if (!(words instanceof Text)) return resolve(Number.NaN)
				const from = Math.floor(Math.random() * Math.max(1, words.length - 30))
				getSelection()?.setBaseAndExtent(words, from, words, Math.min(words.length, from + 25))
				let before = 0
				let start = 0
				addEventListener(
					'keydown',
					() => {
						start = performance.now()
						before = count()
						requestAnimationFrame(look)
					},
					{ capture: true, once: true },
				)
				const look = () => {
					if (count() > before) requestAnimationFrame(() => resolve(performance.now() - start))
					else requestAnimationFrame(look)
				}
			}),
	)
	await page.keyboard.press('h')
	return measured
}

async function keyToFrame(page: Page): Promise<number> {
	const measured = page.evaluate(
		() =>
			new Promise<number>((resolve) => {
				addEventListener(
					'keydown',
					() => {
						const start = performance.now()
						requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - start)))
					},
					{ capture: true, once: true },
				)
			}),
	)
	await page.keyboard.press('h')
	return measured
}
