import { html } from 'lit'
import { expect, it } from 'vitest'
import type { HighlightsPanel } from '../../../renderer/elements/highlightspanel.ts'
import '../../../renderer/elements/highlightspanel.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { highlight } from '../support/testbridge.ts'

const highlights = Array.from({ length: 60 }, (_, at) => highlight(`h${at}`, at * 100, at * 100 + 50))

/** The row on which the keyboard begins, and whether it is to be seen. */
async function begun(place: number, current: string | null = null) {
	const drawing = draw(html`<cp-highlights-panel
		style="block-size: 300px"
		.highlights=${highlights}
		.place=${place}
		.current=${highlights.find(({ id }) => id === current)?.id ?? null}
	></cp-highlights-panel>`)
	await drawn()
	const panel = deep<HighlightsPanel>(drawing, 'cp-highlights-panel')
	panel.focus()
	await drawn()
	const row = panel.shadowRoot?.activeElement ?? panel
	const [shown, box] = [row.getBoundingClientRect(), panel.getBoundingClientRect()]
	const rows = [...(panel.shadowRoot?.querySelectorAll('.row') ?? [])]
	const isSeen = shown.top >= box.top && shown.bottom <= box.bottom
	return { at: rows.indexOf(row), isSeen }
}

it('opens at the first highlight from the place on at which the reader is', async () => {
	expect(await begun(0)).toEqual({ at: 0, isSeen: true })
	expect(await begun(3020)).toEqual({ at: 30, isSeen: true })
	expect(await begun(9999)).toEqual({ at: 59, isSeen: true })
})

it('opens at the current highlight where there is one', async () => {
	expect(await begun(3020, 'h7')).toEqual({ at: 7, isSeen: true })
})
