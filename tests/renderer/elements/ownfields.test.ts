import { html, render } from 'lit'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { OwnFieldRow, OwnFields } from '../../../renderer/elements/ownfields.ts'
import { deep, draw } from '../support/draw.ts'
import '../../../renderer/elements/ownfields.ts'

/** The element in the hands of an owner that takes over every change. */
function owned(first: readonly OwnFieldRow[]): OwnFields {
	const place = draw(html``)
	const take = (rows: readonly OwnFieldRow[]) =>
		render(
			html`<cp-own-fields
				.rows=${rows}
				@own-fields=${(event: HTMLElementEventMap['own-fields']) => take(event.rows)}
			></cp-own-fields>`,
			place,
		)
	take(first)
	return deep<OwnFields>(place, 'cp-own-fields')
}

const row = (name: string): OwnFieldRow => ({ was: name, name, value: '' })

const focused = (element: OwnFields) => {
	const { activeElement } = element.shadowRoot ?? {}
	return activeElement instanceof HTMLInputElement
		? `${activeElement.ariaLabel} ${activeElement.value}`
		: activeElement?.className
}

test('a new row has the focus before the next key can come', async () => {
	const element = owned([row('Village')])
	await element.updateComplete
	deep(element.renderRoot, '.add').click()
	await element.updateComplete
	expect(focused(element)).toBe('Name ')
	await userEvent.keyboard('Age')
	expect(element.rows.map(({ name }) => name)).toEqual(['Village', 'Age'])
})

test('where a row was removed, the next one has the focus, and without rows the button', async () => {
	const element = owned([row('a'), row('b'), row('c')])
	await element.updateComplete
	const foci: unknown[] = []
	for (const index of [1, 1, 0]) {
		element.shadowRoot?.querySelectorAll<HTMLElement>('.row button')[index]?.click()
		await element.updateComplete
		foci.push(focused(element))
	}
	expect(foci).toEqual(['Name c', 'Name a', 'quiet add'])
})
