import { describe, expect, it } from 'vitest'
import { commands } from '../../corpus/commands.ts'
import { conflictsIn, keysOf, parseShortcut } from '../../corpus/shortcuts.ts'

describe('a shortcut', () => {
	it.each([
		['Ctrl+Shift+e', 'Ctrl+Shift+e'],
		['shift + CTRL + E', 'Ctrl+Shift+e'],
		['⌘+e', 'Ctrl+e'],
		['alt+left', 'Alt+ArrowLeft'],
		['T', 't'],
		['f7', 'F7'],
		['+', '+'],
		['Ctrl++', 'Ctrl++'],
		['Ctrl+\\', 'Ctrl+\\'],
		['đ', 'đ'],
		['', null],
		['Ctrl', null],
		['Ctrl+Shift', null],
		['Ctrl+Ctrl+e', null],
		['Hyper+e', null],
		['e+t', null],
	])('%j is %j', (source, expected) => {
		expect(parseShortcut(source)).toBe(expected)
	})
})

describe('the table of commands', () => {
	it('writes every shortcut in its one form', () => {
		for (const { keys } of Object.values(commands)) expect(keys.map(parseShortcut)).toEqual(keys)
	})

	it('gives no shortcut to two commands', () => {
		expect([...conflictsIn({})]).toEqual([])
	})

	it('gives way to the reader’s own shortcuts, and shows where those collide', () => {
		const own = { 'passage.note': ['t'], 'passage.copy': [] }
		expect(keysOf('passage.note', own)).toEqual(['t'])
		expect(keysOf('passage.theme', own)).toEqual(['t'])
		expect([...conflictsIn(own)]).toEqual([['t', ['passage.theme', 'passage.note']]])
	})
})
