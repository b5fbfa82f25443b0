import { html } from 'lit'
import { expect, test } from 'vitest'
import { userEvent } from 'vitest/browser'
import '../../../renderer/elements/themepicker.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { id } from '../support/testbridge.ts'

const look = (hue: number, ...path: string[]) => ({
	id: id<'theme'>(path.join('/')),
	name: path.at(-1) ?? '',
	path,
	hue,
})

const themes = [
	look(0, 'Partnership'),
	look(1, 'Trade'),
	look(1, 'Trade', 'Tariffs'),
	look(5, 'Biển Đông'),
	look(3, 'War legacies', 'Dioxin'),
]

const open = async (chosen: readonly string[] = []) => {
	const heard: string[] = []
	const place = draw(html`<cp-theme-picker
		.themes=${themes}
		.recent=${[id<'theme'>('Biển Đông')]}
		.chosen=${chosen.map((each) => id<'theme'>(each))}
		@theme-pick=${(event: HTMLElementEventMap['theme-pick']) => heard.push(`pick ${event.theme}`)}
		@theme-create=${(event: HTMLElementEventMap['theme-create']) => heard.push(`create ${event.path}`)}
		@theme-drop=${(event: HTMLElementEventMap['theme-drop']) => heard.push(`drop ${event.theme}`)}
		@cp-close=${() => heard.push('close')}
	></cp-theme-picker>`)
	deep(place, 'cp-theme-picker').focus()
	await drawn()
	const options = () =>
		[...deep(place, 'cp-theme-picker', 'cp-option-list', '#list').querySelectorAll('[role=option]')].map(
			(option) => option.textContent.replace(/\s+/g, ' ').trim(),
		)
	return { heard, options }
}

test('two letters and Enter pick the theme that fits best', async () => {
	const { heard } = await open()
	await userEvent.keyboard('ta{Enter}')
	expect(heard).toEqual(['pick Trade/Tariffs'])
})

test('diacritics need not be typed', async () => {
	const { heard } = await open()
	await userEvent.keyboard('dong{Enter}')
	expect(heard).toEqual(['pick Biển Đông'])
})

test('what was used last comes first while nothing is typed', async () => {
	const { options } = await open()
	expect(options()[0]).toBe('Biển Đông')
})

test('a theme that is missing can be made, below another too', async () => {
	const { heard, options } = await open()
	await userEvent.keyboard('Trade/Furniture')
	await drawn()
	expect(options()).toContain('New theme “Trade › Furniture”')
	await userEvent.keyboard('{Enter}')
	expect(heard).toEqual(['create Trade/Furniture'])
})

test('a theme of this very name is not offered a second time', async () => {
	const { options } = await open()
	await userEvent.keyboard('bien dong')
	await drawn()
	expect(options()).toEqual(['Biển Đông', 'New theme “bien dong”'])
	await userEvent.keyboard('{Control>}a{/Control}partnership')
	await drawn()
	expect(options()).toEqual(['Partnership'])
})

test('choosing a theme that the passage has takes it off', async () => {
	const { heard } = await open(['Trade'])
	await userEvent.keyboard('trade{Enter}')
	expect(heard).toEqual(['drop Trade'])
})

test('the field stays where it is above a text while the list gets shorter', async () => {
	await open()
	const picker = deep(document, 'cp-theme-picker')
	picker.style.cssText = 'position: fixed; bottom: 20px'
	await drawn()
	const top = () => picker.getBoundingClientRect().top
	const before = top()
	await userEvent.keyboard('diox')
	await drawn()
	expect(top()).toBe(before)
})

test('Esc closes it, and it is accessible', async () => {
	const { heard } = await open()
	await expectNoViolations()
	await userEvent.keyboard('{Escape}')
	expect(heard).toEqual(['close'])
})
