import { html } from 'lit'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { DocumentRow } from '../../../corpus/entities.ts'
import type { DocumentTable } from '../../../renderer/elements/documenttable.ts'
import '../../../renderer/elements/documenttable.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { documentRow } from '../support/testbridge.ts'

async function table(rows: readonly DocumentRow[]) {
	const opened: string[] = []
	const place = draw(html`<cp-document-table
		style="block-size: 400px"
		.rows=${rows}
		@document-open=${(event: HTMLElementEventMap['document-open']) => opened.push(event.document)}
	></cp-document-table>`)
	await drawn()
	const element = deep<DocumentTable>(place, 'cp-document-table')
	const find = (selector: string) => deep(place, 'cp-document-table', selector)
	return { element, opened, find, title: (id: string) => find(`#row-${id} .title span`) }
}

/** What a browser tells of the left button. */
const mouse = (type: string, from: Element, shift = 0) => {
	const { left, top } = from.getBoundingClientRect()
	return new MouseEvent(type, {
		bubbles: true,
		composed: true,
		detail: 1,
		clientX: left + 4 + shift,
		clientY: top + 4,
	})
}

it('opens the title that was pressed, when documents arrive above it before the button is let go', async () => {
	const { element, opened, find, title } = await table([documentRow('Meant'), documentRow('Other')])
	const press = mouse('mousedown', title('Meant'))
	const release = mouse('click', title('Meant'))
	title('Meant').dispatchEvent(press)
	element.rows = [documentRow('New'), documentRow('Meant'), documentRow('Other')]
	await drawn()
	// Pressed on one row and let go over another: the browser says the click of what holds both.
	find('.body').dispatchEvent(release)
	expect(opened).toEqual(['Meant'])
})

it('opens nothing when the mouse was drawn away from the title', async () => {
	const { opened, find, title } = await table([documentRow('Meant'), documentRow('Other')])
	title('Meant').dispatchEvent(mouse('mousedown', title('Meant')))
	find('.body').dispatchEvent(mouse('click', title('Meant'), 40))
	expect(opened).toEqual([])
})

it('opens by a click, by a click without a press, and not by a click beside the title', async () => {
	const { opened, find, title } = await table([documentRow('One'), documentRow('Two')])
	await userEvent.click(title('One'))
	title('Two').click()
	await userEvent.click(find('#row-One .status'))
	expect(opened).toEqual(['One', 'Two'])
})

it('shows a long title in two lines of its row', async () => {
	const row = documentRow('Long')
	const title = 'A call across the Pacific: the March conversation, line by line'
	const { element, find } = await table([{ ...row, metadata: { ...row.metadata, title } }])
	element.style.inlineSize = '1000px'
	await drawn()
	const cell = find('#row-Long .title')
	const line = Number.parseFloat(getComputedStyle(cell).lineHeight)
	expect(Math.round(cell.clientHeight / line)).toBe(2)
	expect(cell.scrollHeight).toBe(cell.clientHeight)
})
