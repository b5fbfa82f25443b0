import { type Locator, type Page, test } from '@playwright/test'
import { expect } from './fixtures.ts'

/** The text that is open; of two side by side the first. */
export const openText = (page: Page): Locator => page.locator('cp-reading-pane').first().getByRole('document')

/** Adds the sample library, and waits until its rows have ceased to move. */
export async function addSample(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Look at the sample library' }).click()
	// Ten documents are read by processes that start for it: on a busy machine that takes its time.
	await expect(message(page, 'Added the sample library')).toBeVisible({ timeout: 60_000 })
	await expect(page.getByRole('row')).toHaveCount(11)
}

/** Adds the sample library, and opens one of its documents. */
export async function openSample(page: Page, title: string): Promise<Locator> {
	await addSample(page)
	return openDocument(page, title)
}

/** Opens a document that the library view shows. */
export async function openDocument(page: Page, title: string): Promise<Locator> {
	await page.getByRole('gridcell', { name: title }).getByText(title).click()
	const text = openText(page)
	await expect(text).toContainText(/\S/)
	return text
}

/** Selects words of the open text as a hand does: presses before them, draws, lets go after them. */
export function selectByMouse(page: Page, words: string): Promise<void> {
	return test.step(`Select “${words}” with the mouse`, async () => {
		const { from, to } = await endsOf(page, words)
		await page.mouse.move(from.x, from.y)
		await page.mouse.down()
		await page.mouse.move((from.x + to.x) / 2, to.y, { steps: 3 })
		await page.mouse.move(to.x, to.y)
		await page.mouse.up()
	})
}

/** Clicks into the middle of words of the open text. */
export async function clickWords(page: Page, words: string): Promise<void> {
	const { from } = await endsOf(page, words)
	await page.mouse.click(from.x + 12, from.y)
}

/**
 * Points inside the first and the last letter of words that stand in one paragraph, scrolled into the window.
 * A place that the app was asked for is looked for again over a few frames, which moves the text.
 */
function endsOf(page: Page, words: string) {
	return openText(page).evaluate(async (text, words) => {
		const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT)
		const nodes: Text[] = []
		while (walker.nextNode()) if (walker.currentNode instanceof Text) nodes.push(walker.currentNode)
		const whole = nodes.map((node) => node.data).join('')
		const start = whole.indexOf(words)
		if (start < 0) throw new Error(`The text does not hold “${words}”.`)
		const boxOf = (offset: number) => {
			let rest = offset
			for (const node of nodes) {
				if (rest < node.length) {
					const range = document.createRange()
					range.setStart(node, rest)
					range.setEnd(node, rest + 1)
					return { element: node.parentElement, range }
				}
				rest -= node.length
			}
			throw new Error('Beyond the text.')
		}
		const first = boxOf(start)
		const last = boxOf(start + words.length - 1)
		const frames = async (count: number) => {
			for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame)
		}
		const measured = () => [first, last].map(({ range }) => range.getBoundingClientRect())
		for (;;) {
			first.element?.scrollIntoView({ block: 'center' })
			await frames(1)
			const [left, right] = measured()
			await frames(6)
			const [later] = measured()
			if (!left || !right || !later) throw new Error('Each range has a box.')
			if (later.left === left.left && later.top === left.top)
				return {
					from: { x: left.left + 1, y: left.top + left.height / 2 },
					to: { x: right.right - 1, y: right.top + right.height / 2 },
				}
		}
	}, words)
}

/**
 * What is painted over the open text, in order of the text: the words of each highlight. Of another layer
 * where its name is given: `focused`, `hit-current`.
 */
export const painted = (page: Page, layer = 'tint-'): Promise<readonly string[]> =>
	page.evaluate((layer) => {
		const words: { readonly range: Range; readonly text: string }[] = []
		for (const [name, highlight] of CSS.highlights) {
			if (!name.startsWith(layer)) continue
			for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
				const range = document.createRange()
				range.setStart(startContainer, startOffset)
				range.setEnd(endContainer, endOffset)
				words.push({ range, text: range.toString() })
			}
		}
		return words
			.sort((a, b) => a.range.compareBoundaryPoints(Range.START_TO_START, b.range))
			.map(({ text }) => text)
	}, layer)

/** The card of a highlight, while it is open. */
export const card = (page: Page): Locator => page.getByRole('region', { name: /^Highlight: / })

/** The open dialog of this heading, with all that is in it. */
export const dialog = (page: Page, heading: string | RegExp): Locator =>
	page.locator('cp-dialog').filter({ has: page.getByRole('heading', { name: heading }) })

/** A short message at the foot of the window, with its button. */
export const message = (page: Page, text: string): Locator =>
	page.locator('cp-toast-list').getByText(text).locator('..')

/** Presses Tab until something has the focus, as one who sees the focus ring does. */
export async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
	for (let presses = 0; presses < 60; presses++) {
		if (await target.evaluate((element) => element.matches(':focus'))) return
		await page.keyboard.press(key)
	}
	await expect(target).toBeFocused()
}
