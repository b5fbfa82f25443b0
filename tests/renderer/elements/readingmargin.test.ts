import { html } from 'lit'
import { expect, test } from 'vitest'

import '../../../renderer/elements/readingmargin.ts'
import { draw } from '../support/draw.ts'
import { id } from '../support/testbridge.ts'

const open = id<'highlight'>('h1')

test('a card of a highlight at the foot of the window is shown whole', async () => {
	const place = draw(html`<cp-reading-margin
		style="position: fixed; top: 0; right: 0; width: 280px; height: 100vh"
		.items=${[{ id: open, top: innerHeight - 40, bottom: innerHeight - 10, themes: [], note: '', pending: false }]}
		.open=${open}
		.cardTop=${innerHeight - 40}
	><div slot="card" style="height: 200px">Card</div></cp-reading-margin>`)
	const card = place.querySelector('[slot="card"]')
	await expect.poll(() => card?.getBoundingClientRect().bottom).toBeLessThanOrEqual(innerHeight)
	expect(card?.getBoundingClientRect().top).toBeGreaterThan(0)
})
