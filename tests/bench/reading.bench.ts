import { join } from 'node:path'
import { chromium, type Page } from 'playwright-core'
import { test } from 'vitest'
import { importFile } from '../../main/importers/registry.ts'
import { openLibrary } from '../../main/store/library.ts'
import { engineOn, fileOf, world } from '../store/world.ts'
import { chromiumArguments, chromiumPath } from '../support/chromium.ts'
import { startServer } from '../support/server.ts'
import { type Measured, markdownDocument, percentile, print, scratchFolder } from './measuring.ts'
import { scrollFrames } from './scrolling.ts'

const highlightCount = 5_000

/** A library that holds one document of 200,000 words with 5,000 highlights. */
async function libraryOfOneBook(folder: string): Promise<string> {
	const engine = engineOn(openLibrary(folder, world()))
	const bytes = new TextEncoder().encode(markdownDocument(200_000, 'The long book'))
	const documents = await importFile({ fileName: 'book.md', bytes, options: { html: 'article' } })
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
			end: start + 30 + (at % 30),
			themes: theme ? [theme] : [],
		})
	}
	engine.close()
	return text
}

test('reading a document of 200,000 words with 5,000 highlights', async () => {
	const folder = scratchFolder()
	const library = join(folder, 'library')
	const text = await libraryOfOneBook(library)
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
		await row.click()
		const firstPaint = await measured(page, 'Enter', () => {
			const begin = () => {
				const start = performance.now()
				const look = () => {
					const painted = [...CSS.highlights.values()].reduce((sum, each) => sum + each.size, 0)
					if (painted === 0) requestAnimationFrame(look)
					else
						requestAnimationFrame(() => {
							document.body.dataset['measured'] = String(performance.now() - start)
						})
				}
				requestAnimationFrame(look)
			}
			addEventListener('keydown', begin, { capture: true, once: true })
		})

		const frames = await scrollFrames(page, '.reading-surface')
		const keys: number[] = []
		for (let at = 0; at < 100 && keys.length < 40; at++) {
			const time = await keyToPaint(page)
			if (!Number.isNaN(time)) keys.push(time)
		}
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

/**
 * Presses a key and reads what `arm` measured from it on: ms, left in the body's data. The page is armed
 * before the key is sent, since both travel on ways of their own.
 */
async function measured(page: Page, key: string, arm: () => void): Promise<number> {
	await page.evaluate(() => {
		delete document.body.dataset['measured']
	})
	await page.evaluate(arm)
	await page.keyboard.press(key)
	const value = await page.waitForFunction(() => document.body.dataset['measured'])
	return Number(await value.jsonValue())
}

/**
 * Selects some words that can be seen and presses H: ms from the key to the frame that shows the highlight.
 * NaN where the selection fell on what needs no other paint, such as the inside of an equal highlight.
 */
const keyToPaint = (page: Page): Promise<number> =>
	measured(page, 'h', () => {
		const done = (time: number) => {
			document.body.dataset['measured'] = String(time)
		}
		const paint = () => [...CSS.highlights].map(([name, each]) => `${name} ${each.size}`).join()
		const paragraphs = [...document.querySelectorAll('.reading-surface p')].filter((p) => {
			const { top, bottom } = p.getBoundingClientRect()
			return top > 100 && bottom < innerHeight
		})
		const paragraph = paragraphs[Math.floor(Math.random() * paragraphs.length)]
		const words = paragraph && document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode()
		if (!(words instanceof Text)) return done(Number.NaN)
		const from = Math.floor(Math.random() * Math.max(1, words.length - 30))
		getSelection()?.setBaseAndExtent(words, from, words, Math.min(words.length, from + 25))
		const begin = () => {
			const start = performance.now()
			const before = paint()
			const look = () => {
				const waited = performance.now() - start
				if (paint() !== before) requestAnimationFrame(() => done(performance.now() - start))
				else if (waited > 400) done(Number.NaN)
				else requestAnimationFrame(look)
			}
			requestAnimationFrame(look)
		}
		addEventListener('keydown', begin, { capture: true, once: true })
	})

const keyToFrame = (page: Page): Promise<number> =>
	measured(page, 'h', () => {
		const begin = () => {
			const start = performance.now()
			requestAnimationFrame(() =>
				requestAnimationFrame(() => {
					document.body.dataset['measured'] = String(performance.now() - start)
				}),
			)
		}
		addEventListener('keydown', begin, { capture: true, once: true })
	})
