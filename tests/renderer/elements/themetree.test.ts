import { html } from 'lit'
import { expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { ThemeId } from '../../../corpus/ids.ts'
import { dropTarget, stepTarget, type ThemeRow } from '../../../renderer/elements/themerows.ts'
import '../../../renderer/elements/themetree.ts'
import type { ThemeTree } from '../../../renderer/elements/themetree.ts'
import { expectNoViolations } from '../support/axe.ts'
import { deep, draw, drawn } from '../support/draw.ts'
import { id } from '../support/testbridge.ts'

const row = (name: string, parent: string | null, more: Partial<ThemeRow> = {}): ThemeRow => ({
	id: id(name),
	name,
	hue: 0,
	parent: parent === null ? null : id(parent),
	depth: parent === null ? 0 : 1,
	pin: null,
	count: 3,
	position: 1,
	siblings: 3,
	hasChildren: false,
	...more,
})

const rows = [
	row('Trade', null, { hasChildren: true, pin: 1 }),
	row('Tariffs', 'Trade', { siblings: 2 }),
	row('Supply', 'Trade', { position: 2, siblings: 2 }),
	row('War', null, { position: 2, hasChildren: true }),
	row('Dioxin', 'War', { siblings: 1 }),
	row('Climate', null, { position: 3 }),
]

type Heard = readonly [type: string, ...rest: unknown[]]

async function tree() {
	const heard: Heard[] = []
	const place = draw(html`<cp-theme-tree
		.rows=${rows}
		@theme-open=${(event: HTMLElementEventMap['theme-open']) => heard.push(['open', event.theme])}
		@theme-rename=${(event: HTMLElementEventMap['theme-rename']) => heard.push(['rename', event.theme, event.name])}
		@theme-remove=${(event: HTMLElementEventMap['theme-remove']) => heard.push(['remove', event.theme])}
		@theme-menu=${(event: HTMLElementEventMap['theme-menu']) => heard.push(['menu', event.theme])}
		@theme-move=${(event: HTMLElementEventMap['theme-move']) =>
			heard.push(['move', event.theme, event.parent, event.before])}
	></cp-theme-tree>`)
	await drawn()
	deep(place, 'cp-theme-tree').focus()
	const active = () => deep(place, 'cp-theme-tree').shadowRoot?.activeElement?.id.replace('row-', '')
	const shown = () =>
		[...(deep(place, 'cp-theme-tree').shadowRoot?.querySelectorAll('[role=treeitem]') ?? [])].map((item) =>
			item.id.replace('row-', ''),
		)
	return { place, heard, active, shown }
}

it('moves, folds and opens by keyboard', async () => {
	const { heard, active, shown } = await tree()
	expect(active()).toBe('Trade')
	await userEvent.keyboard('{ArrowDown}{ArrowDown}')
	expect(active()).toBe('Supply')
	await userEvent.keyboard('{ArrowLeft}')
	expect(active()).toBe('Trade')
	await userEvent.keyboard('{ArrowLeft}')
	expect(shown()).toEqual(['Trade', 'War', 'Dioxin', 'Climate'])
	await userEvent.keyboard('{ArrowRight}{End}')
	expect(active()).toBe('Climate')
	await userEvent.keyboard('{Home}{Enter}')
	expect(heard).toEqual([['open', 'Trade']])
})

it('finds by the first letters', async () => {
	const { active } = await tree()
	await userEvent.keyboard('cl')
	expect(active()).toBe('Climate')
})

it('renames in place, and not when the reader thinks better of it', async () => {
	const { heard, active } = await tree()
	await userEvent.keyboard('{F2}Trade and investment{Enter}')
	expect(heard).toEqual([['rename', 'Trade', 'Trade and investment']])
	await drawn()
	expect(active()).toBe('Trade')
	await userEvent.keyboard('{F2}Nothing{Escape}')
	await drawn()
	expect(heard).toHaveLength(1)
	expect(active()).toBe('Trade')
})

it('moves among siblings and asks for menu and removal', async () => {
	const { heard } = await tree()
	await userEvent.keyboard('{Alt>}{ArrowUp}{ArrowDown}{/Alt}{Delete}{Shift>}{F10}{/Shift}')
	expect(heard).toEqual([
		['move', 'Trade', null, 'Climate'],
		['remove', 'Trade'],
		['menu', 'Trade'],
	])
})

it.each(['light', 'sepia', 'dark'] as const)('is accessible in %s', async (scheme) => {
	const { place } = await tree()
	document.documentElement.dataset['scheme'] = scheme
	await drawn()
	await expectNoViolations(place)
})

it('keeps the keyboard when the theme that has it goes', async () => {
	const { place, active } = await tree()
	await userEvent.keyboard('{ArrowDown}{ArrowDown}')
	const left = rows.filter(({ name }) => name !== 'Supply')
	deep<ThemeTree>(place, 'cp-theme-tree').rows = left
	await drawn()
	expect(active()).toBe('War')
	deep<ThemeTree>(place, 'cp-theme-tree').rows = left.slice(0, 2)
	await drawn()
	expect(active()).toBe('Tariffs')
})

const theme = (name: string): ThemeId => id(name)

it('knows where a dragged theme may go', () => {
	expect(dropTarget(rows, theme('Climate'), theme('Tariffs'), 'before')).toEqual({
		parent: 'Trade',
		before: 'Tariffs',
	})
	expect(dropTarget(rows, theme('Climate'), theme('Supply'), 'after')).toEqual({
		parent: 'Trade',
		before: null,
	})
	expect(dropTarget(rows, theme('Climate'), theme('Trade'), 'after')).toEqual({ parent: null, before: 'War' })
	expect(dropTarget(rows, theme('Climate'), theme('War'), 'inside')).toEqual({ parent: 'War', before: null })
	expect(dropTarget(rows, theme('Trade'), theme('Tariffs'), 'inside')).toBeNull()
	expect(dropTarget(rows, theme('Tariffs'), theme('Trade'), 'inside')).toBeNull()
	expect(dropTarget(rows, theme('Trade'), theme('Trade'), 'before')).toBeNull()
})

it('steps among siblings and not past the ends', () => {
	expect(stepTarget(rows, theme('War'), -1)).toEqual({ parent: null, before: 'Trade' })
	expect(stepTarget(rows, theme('War'), 1)).toEqual({ parent: null, before: null })
	expect(stepTarget(rows, theme('Trade'), -1)).toBeNull()
	expect(stepTarget(rows, theme('Dioxin'), 1)).toBeNull()
})
