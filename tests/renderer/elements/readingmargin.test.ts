import { html } from 'lit'
import { expect, test } from 'vitest'

import '../../../renderer/elements/readingmargin.ts'
import { draw } from '../support/draw.ts'
import { id } from '../support/testbridge.ts'

const open = id<'highlight'>('h1')

test('a card of a highlight at the foot of the window is shown whole', async () => {
	const place = draw(html`<cp-reading-margin
		style="position: fixed; top: 0; right: 0; width: 280px; height: 100vh"
		.items=${[{ id: open, top: innerHeight - 40, bottom: innerHeight - 10, themes: [], quote: '', note: '', pending: false }]}
		.open=${open}
		.cardTop=${innerHeight - 40}
	><div slot="card" style="height: 200px">Card</div></cp-reading-margin>`)
	const card = place.querySelector('[slot="card"]')
	await expect.poll(() => card?.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight)
	expect(card?.getBoundingClientRect().top).toBeGreaterThan(0)
})

test('each highlight is named by its themes and its first words', () => {
	const trade = { id: id<'theme'>('trade'), name: 'Trade', path: ['Economy', 'Trade'], hue: 1 }
	const item = { top: 0, bottom: 20, note: '', pending: false }
	const place = draw(html`<cp-reading-margin
		.items=${[
			{ ...item, id: open, themes: [trade], quote: 'The easy\nchapter' },
			{ ...item, id: id<'highlight'>('h2'), themes: [], quote: 'word '.repeat(400) },
		]}
	></cp-reading-margin>`)
	const names = async () => {
		const margin = place.querySelector('cp-reading-margin')
		await margin?.updateComplete
		return [...(margin?.shadowRoot?.querySelectorAll('.lane') ?? [])].map((lane) =>
			lane.getAttribute('aria-label'),
		)
	}
	return expect(names()).resolves.toEqual([
		'Economy › Trade: The easy chapter',
		expect.stringMatching(/^Without a theme: word word .{0,60}…$/),
	])
})

test('names that are too long for a line go on in a second one, above the note', async () => {
	const look = (name: string, ...above: string[]) => ({
		id: id<'theme'>(name),
		name,
		path: [...above, name],
		hue: 1,
	})
	const themes = [look('Tariffs, anti-dumping', 'Trade and investment'), look('Partnership')]
	const place = draw(html`<cp-reading-margin
		style="width: 280px"
		.items=${[{ id: open, top: 0, bottom: 20, themes, quote: '', note: 'Compare.', pending: false }]}
	></cp-reading-margin>`)
	const margin = place.querySelector('cp-reading-margin')
	await margin?.updateComplete
	const shown = (kind: string) => margin?.shadowRoot?.querySelector(kind)?.getBoundingClientRect()
	const [names, last, note] = [shown('.names'), shown('.name:last-child'), shown('.note')]
	if (!names || !last || !note) throw new Error('no label')
	expect(last.bottom).toBeLessThanOrEqual(names.bottom)
	expect(last.right).toBeLessThanOrEqual(names.right)
	expect(note.top).toBeGreaterThanOrEqual(names.bottom)
	expect(note.bottom).toBeLessThanOrEqual(3 * 18)
})
