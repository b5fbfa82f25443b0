import { expect, test } from './support/fixtures.ts'
import { card, openText, painted, tabTo } from './support/reading.ts'

const next = 'To say “including the 1982 convention” is to say that the measure is not open for bargaining.'

test('from the first start to a note without a mouse', async ({ openApp }) => {
	const { page } = await openApp()
	const press = async (...keys: readonly string[]) => {
		for (const key of keys) await page.keyboard.press(key)
	}
	const focused = () => painted(page, 'focused')

	await test.step('the sample library, and a document of it', async () => {
		await tabTo(page, page.getByRole('button', { name: 'Look at the sample library' }))
		await press('Enter')
		await expect(page.getByRole('row')).toHaveCount(11)
		await tabTo(page, page.getByRole('grid', { name: 'Documents' }))
		await page.keyboard.type('words sea')
		await expect(page.getByRole('row')).toHaveCount(2)
		await press('ArrowDown', 'Enter')
		await expect(openText(page)).toContainText('Three texts come up')
		await expect(openText(page)).toBeFocused()
	})

	await test.step('select with the caret and tag', async () => {
		await press('F7')
		await press('Control+Shift+ArrowRight', 'Control+Shift+ArrowRight', 'Control+Shift+ArrowRight')
		await press('t')
		const picker = page.getByRole('combobox', { name: 'Theme' })
		await expect(picker).toBeFocused()
		await page.keyboard.type('pa')
		await press('Enter')
		await expect.poll(() => painted(page)).toContain('Words for a')
		await expect(openText(page)).toBeFocused()
	})

	await test.step('write a note', async () => {
		await press('n')
		await expect(page.getByRole('textbox', { name: 'Note on the highlight' })).toBeFocused()
		await page.keyboard.type('Which **three**?')
		await press('Escape')
		await expect(card(page)).toContainText('Which three?')
		await expect(card(page)).toContainText('Partnership')
		await expect(openText(page)).toBeFocused()
		await press('Escape')
		await expect(card(page)).toHaveCount(0)
	})

	await test.step('step through the highlights', async () => {
		await press('j')
		await expect.poll(focused).toEqual([next])
		await press('Enter')
		await expect(card(page)).toBeFocused()
		await press('Escape')
		await expect(openText(page)).toBeFocused()
		await press('k')
		await expect.poll(focused).toEqual(['Words for a'])
	})

	await test.step('undo note and highlight', async () => {
		await press('Enter')
		await expect(card(page)).toContainText('Which three?')
		await press('Control+z')
		await expect(card(page)).not.toContainText('Which three?')
		await press('Control+z')
		await expect(card(page)).toHaveCount(0)
		await expect.poll(() => painted(page)).not.toContain('Words for a')
	})
})
