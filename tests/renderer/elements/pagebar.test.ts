import { html } from 'lit'
import { expect, test } from 'vitest'
import { userEvent, page as window_ } from 'vitest/browser'
import type { PageSize } from '../../../corpus/page.ts'
import { pageNamed } from '../../../renderer/elements/pagebar.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import '../../../renderer/elements/pagebar.ts'
import '../../../renderer/elements/pagethumbnails.ts'

const pages: readonly PageSize[] = ['i', 'ii', 'iii', '1', '2', 'A-1'].map((label) => ({
	label,
	width: 400,
	height: 600,
	start: 0,
}))

test('a page is named by its label, else by its number', () => {
	expect(pageNamed(pages, 'II')).toBe(1)
	expect(pageNamed(pages, ' 1 ')).toBe(3)
	expect(pageNamed(pages, '6')).toBe(5)
	expect(pageNamed(pages, 'a-1')).toBe(5)
	for (const name of ['7', '0', '', '-1', '1.5', 'x', '99999999999'])
		expect(pageNamed(pages, name)).toBeNull()
})

test.each(['light', 'dark'] as const)('the bar goes to a page, and is sound, %s', async (scheme) => {
	const gone: number[] = []
	const place = draw(
		html`<cp-page-bar
			.pages=${pages}
			.page=${3}
			.factor=${0.994}
			@page-go=${(event: HTMLElementEventMap['page-go']) => gone.push(event.page)}
		></cp-page-bar>`,
		scheme,
	)
	await drawn()
	const box = window_.getByRole('textbox', { name: 'Page 1 (4 of 6)' })
	await expect.element(box).toHaveValue('1')
	await box.fill('ii')
	await userEvent.keyboard('{Enter}')
	expect(gone).toEqual([1])
	await box.fill('nowhere')
	await userEvent.keyboard('{Enter}')
	await expect.element(box).toHaveAttribute('aria-invalid', 'true')
	await userEvent.keyboard('{Escape}')
	await expect.element(box).toHaveValue('1')
	await expect.element(window_.getByRole('button', { name: 'Size of the pages, 99 %' })).toBeVisible()
	await expectNoViolations(place)
})

test('only thumbnails in sight are drawn, and arrows go from page to page', async () => {
	const many = Array.from({ length: 100 }, (_, index) => ({
		...{ width: 400, height: 600, start: 0 },
		label: String(index + 1),
	}))
	const asked = new Set<number>()
	const gone: number[] = []
	const place = draw(html`<cp-page-thumbnails
		style="height: 500px"
		.pages=${many}
		.page=${0}
		.draw=${async (page: number, canvas: HTMLCanvasElement, scale: number) => {
			asked.add(page)
			canvas.width = (many[page]?.width ?? 0) * scale
			return true
		}}
		@page-go=${(event: HTMLElementEventMap['page-go']) => gone.push(event.page)}
	></cp-page-thumbnails>`)
	await drawn()
	await expect.poll(() => asked.has(0)).toBe(true)
	expect(asked.size).toBeLessThan(20)
	deep(place, 'cp-page-thumbnails').focus()
	await drawn()
	await userEvent.keyboard('{ArrowDown}')
	await drawn()
	await userEvent.keyboard('{End}')
	expect(gone).toEqual([1, 99])
	await expect.poll(() => asked.has(99)).toBe(true)
	await drawn()
	await expectNoViolations(place)
	expect(deep(place, 'cp-page-thumbnails').shadowRoot?.querySelectorAll('canvas').length).toBeLessThan(20)
})
