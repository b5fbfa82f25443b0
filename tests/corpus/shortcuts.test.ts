import { describe, expect, it } from 'vitest'
import { commands } from '../../corpus/commands.ts'
import { keysOf } from '../../corpus/shortcuts.ts'

describe('the table of commands', () => {
	const all = Object.values(commands).flatMap(({ keys }): readonly string[] => keys)

	it('writes every shortcut in its one form', () => {
		for (const key of all) {
			expect(key).toMatch(/^(?:Ctrl\+)?(?:Alt\+)?(?:Shift\+)?(?:.|F\d+|[A-Z][a-z]+[A-Za-z]*)$/u)
			expect(key).not.toMatch(/(?:^|\+)[A-Z]$/)
		}
	})

	it('gives no shortcut to two commands', () => {
		expect(all.filter((key, at) => all.indexOf(key) !== at)).toEqual([])
	})

	it('gives way to the reader’s own shortcuts', () => {
		const own = { 'passage.note': ['t'], 'passage.copy': [] }
		expect(keysOf('passage.note', own)).toEqual(['t'])
		expect(keysOf('passage.copy', own)).toEqual([])
		expect(keysOf('passage.theme', own)).toEqual(['t'])
	})
})
