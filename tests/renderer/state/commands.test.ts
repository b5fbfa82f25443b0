import { LitElement } from 'lit'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { chordOf } from '../../../renderer/commands/chord.ts'
import { handles } from '../../../renderer/commands/handles.ts'
import { type KeyboardOptions, listenToKeys, passageScope } from '../../../renderer/commands/keyboard.ts'
import { keyLabel } from '../../../renderer/commands/keylabel.ts'
import { CommandRegistry } from '../../../renderer/commands/registry.ts'

const press = (key: string, modifiers: Partial<KeyboardEvent> = {}) => ({
	key,
	ctrlKey: false,
	altKey: false,
	shiftKey: false,
	metaKey: false,
	...modifiers,
})

it.each([
	['Ctrl+k', press('k', { ctrlKey: true })],
	['Ctrl+Shift+e', press('E', { ctrlKey: true, shiftKey: true })],
	['Alt+ArrowLeft', press('ArrowLeft', { altKey: true })],
	['Shift+F3', press('F3', { shiftKey: true })],
	['?', press('?', { shiftKey: true })],
	['t', press('t')],
	[null, press('Shift', { shiftKey: true })],
	[null, press('k', { metaKey: true })],
])('reads %s', (chord, event) => {
	expect(chordOf(event, false)).toBe(chord)
})

it('takes Command for Ctrl on macOS', () => {
	expect(chordOf(press('k', { metaKey: true }), true)).toBe('Ctrl+k')
	expect(chordOf(press('k', { ctrlKey: true }), true)).toBeNull()
	expect(keyLabel('Ctrl+Shift+e', true)).toBe('⌘⇧E')
	expect(keyLabel('Ctrl+Shift+e', false)).toBe('Ctrl Shift E')
	expect(keyLabel('Alt+ArrowLeft', false)).toBe('Alt ←')
})

let ran: string[] = []
let stop = () => {}
let reading = false
const options: KeyboardOptions = {
	registry: new CommandRegistry(() => undefined),
	keys: () => ({ 'view.notes': ['Ctrl+Alt+n'], 'view.library': [] }),
	isReading: () => reading,
	mac: false,
}

beforeEach(() => {
	ran = []
	reading = false
	const note = (name: string) => () => ran.push(name)
	const unregister = options.registry.register({
		'palette.open': note('palette'),
		'view.notes': note('notes'),
		'view.library': note('library'),
		'history.undo': note('undo'),
		'document.find': note('find'),
		'passage.theme': note('theme'),
		'passage.open': note('open'),
	})
	const unlisten = listenToKeys(window, options)
	stop = () => {
		unregister()
		unlisten()
	}
	document.body.replaceChildren()
	const field = document.createElement('input')
	field.id = 'field'
	const text = document.createElement('div')
	text.id = 'text'
	text.tabIndex = 0
	text.setAttribute(passageScope, '')
	text.append(document.createElement('button'))
	document.body.append(field, text)
})
afterEach(() => stop())

const focus = (selector: string) => document.querySelector<HTMLElement>(selector)?.focus()

it('runs commands from everywhere, and with the reader’s own keys', async () => {
	focus('#field')
	await userEvent.keyboard('{Control>}k{/Control}{Control>}{Alt>}n{/Alt}{/Control}{Alt>}3{/Alt}{Alt>}1{/Alt}')
	expect(ran).toEqual(['palette', 'notes'])
})

it('leaves letters and undo to text fields', async () => {
	focus('#field')
	await userEvent.keyboard('t{Enter}{Control>}z{/Control}')
	expect(ran).toEqual([])
	focus('#text')
	await userEvent.keyboard('t{Enter}{Control>}z{/Control}')
	expect(ran).toEqual(['theme', 'open', 'undo'])
})

it('leaves Enter to the button that has the focus', async () => {
	focus('#text button')
	await userEvent.keyboard('{Enter}t')
	expect(ran).toEqual(['theme'])
})

it('runs commands of reading only while reading, and letters also when nothing has the focus', async () => {
	document.body.focus()
	;(document.activeElement as HTMLElement | null)?.blur()
	await userEvent.keyboard('{Control>}f{/Control}t')
	expect(ran).toEqual([])
	reading = true
	await userEvent.keyboard('{Control>}f{/Control}t')
	expect(ran).toEqual(['find', 'theme'])
})

it('asks the last to come first, and the next when that one is not able to', () => {
	const registry = new CommandRegistry(() => undefined)
	const log: string[] = []
	let able = true
	registry.register({ 'document.remove': () => log.push('frame') })
	const take = registry.register({ 'document.remove': { run: () => log.push('view'), enabled: () => able } })
	registry.run('document.remove')
	able = false
	registry.run('document.remove')
	take()
	registry.run('document.remove')
	expect(log).toEqual(['view', 'frame', 'frame'])
	expect(registry.run('document.print')).toBe(false)
})

it('takes back what an element brought when it goes, also while it is about to draw', async () => {
	const registry = new CommandRegistry((error) => {
		throw error
	})
	class Reading extends LitElement {
		constructor() {
			super()
			handles(this, () => registry, { 'caret.toggle': () => {} })
		}
	}
	customElements.define('test-reading', Reading)
	const element = new Reading()
	document.body.append(element)
	await element.updateComplete
	expect(registry.isEnabled('caret.toggle')).toBe(true)
	element.requestUpdate()
	element.remove()
	await element.updateComplete
	expect(registry.isEnabled('caret.toggle')).toBe(false)
	document.body.append(element)
	await element.updateComplete
	expect(registry.isEnabled('caret.toggle')).toBe(true)
	element.remove()
})
