import type { Page } from '@playwright/test'
import { expect, test } from './support/fixtures.ts'
import {
	card,
	clickWords,
	dialog,
	message,
	openSample,
	openText,
	painted,
	selectByMouse,
} from './support/reading.ts'

const title = 'Words for a sea: declaration, code, convention'
const already = [
	'To say “including the 1982 convention” is to say that the measure is not open for bargaining.',
	'One adverb in two weeks is a fast pace in this field.',
	'and no longer said when',
]

const toolbar = (page: Page) => page.getByRole('toolbar', { name: 'Selected text' })
/** Whether exactly these highlights are painted, beside those that the sample has. */
const expectPainted = (page: Page, ...words: readonly string[]) =>
	expect.poll(async () => (await painted(page)).filter((each) => !already.includes(each))).toEqual(words)

test('a reader marks, tags and notes; undo, redo and a restart lose nothing', async ({ openApp }) => {
	const app = await openApp()
	const { page } = app
	await openSample(page, title)
	await expectPainted(page)

	await test.step('by the toolbar: highlight, theme, note', async () => {
		await selectByMouse(page, 'It is law')
		await toolbar(page).getByRole('button', { name: 'Highlight' }).click()
		await expectPainted(page, 'It is law')

		await selectByMouse(page, 'a promise of restraint')
		await toolbar(page).getByRole('button', { name: 'Theme' }).click()
		await page.getByRole('combobox', { name: 'Theme' }).fill('partnership')
		await page.getByRole('option', { name: /^Partnership/ }).click()
		await expectPainted(page, 'It is law', 'a promise of restraint')

		await selectByMouse(page, 'the wishes have grown adjectives')
		await toolbar(page).getByRole('button', { name: 'Note' }).click()
		await expect(page.getByRole('textbox', { name: 'Note on the highlight' })).toBeFocused()
		await page.keyboard.type('Adjectives *instead of* dates.')
		await expect(card(page).getByText('Saved')).toBeVisible()
		await page.keyboard.press('Escape')
		await expect(card(page)).toContainText('Adjectives instead of dates.')
		await page.keyboard.press('Escape')
	})

	await test.step('by single keys: T, a digit, H, R', async () => {
		await selectByMouse(page, 'security, safety')
		await page.keyboard.press('t')
		await page.getByRole('combobox', { name: 'Theme' }).pressSequentially('ed')
		await page.keyboard.press('Enter')
		await selectByMouse(page, 'different hands')
		await page.keyboard.press('4')
		await selectByMouse(page, 'The sea has several.')
		await page.keyboard.press('h')
		await selectByMouse(page, 'the index knows both spellings')
		await page.keyboard.press('r')
	})
	const all = [
		'It is law',
		'a promise of restraint',
		'the wishes have grown adjectives',
		'security, safety',
		'different hands',
		'The sea has several.',
		'the index knows both spellings',
	]
	await expectPainted(page, ...all)

	await test.step('undo and redo', async () => {
		await page.keyboard.press('Control+z')
		await expectPainted(page, ...all.slice(0, 6))
		await page.keyboard.press('Control+z')
		await expectPainted(page, ...all.slice(0, 5))
		await page.keyboard.press('Control+Shift+z')
		await page.keyboard.press('Control+y')
		await expectPainted(page, ...all)
	})

	await app.restart()
	await test.step('after a restart all is there', async () => {
		const { page } = app
		await page.getByRole('row', { name: title }).getByText(title).click()
		await expect(openText(page)).toContainText('Three texts come up')
		await expectPainted(page, ...all)
		await page.keyboard.press('Control+j')
		const row = (words: string) =>
			page.getByRole('list', { name: 'Highlights' }).getByRole('button').filter({ hasText: words })
		await expect(row('a promise of restraint')).toContainText('Partnership')
		await expect(row('the wishes have grown adjectives')).toContainText('Adjectives instead of dates.')
		await expect(row('security, safety')).toContainText('Education')
		await expect(row('different hands')).toContainText('East Sea · Biển Đông')
		await expect(row('the index knows both spellings')).toContainText('East Sea · Biển Đông')
		await page.keyboard.press('Control+h')
		await expect(
			dialog(page, 'History')
				.getByText(/highlight/i)
				.first(),
		).toBeVisible()
	})
})

test('a highlight is given other ends, joined with its neighbour, and removed', async ({ openApp }) => {
	const { page } = await openApp()
	await openSample(page, title)
	await selectByMouse(page, 'a promise')
	await page.keyboard.press('h')
	await selectByMouse(page, 'of restraint')
	await page.keyboard.press('h')
	await expectPainted(page, 'a promise', 'of restraint')

	await clickWords(page, 'a promise')
	await card(page).getByRole('button', { name: 'Join with its neighbour' }).click()
	await expectPainted(page, 'a promise of restraint')

	await card(page).getByRole('button', { name: 'Adjust the ends' }).click()
	await page.keyboard.press('Shift+ArrowLeft')
	await page.keyboard.press('ArrowLeft')
	await page.keyboard.press('Enter')
	await expectPainted(page, 'is a promise of')
	await page.keyboard.press('Control+z')
	await expectPainted(page, 'a promise of restraint')

	await clickWords(page, 'a promise')
	await card(page).getByRole('button', { name: 'Remove the highlight' }).click()
	await expectPainted(page)
	await message(page, 'Removed a highlight.').getByRole('button', { name: 'Undo' }).click()
	await expectPainted(page, 'a promise of restraint')
})
