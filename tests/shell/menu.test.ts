import { describe, expect, it } from 'vitest'
import { type CommandId, commands } from '../../corpus/commands.ts'
import { acceleratorOf } from '../../main/shell/accelerators.ts'
import { menuTemplate } from '../../main/shell/menu.ts'

const itemsOf = (...given: Parameters<typeof menuTemplate>) =>
	menuTemplate(...given).flatMap(({ submenu }) => (Array.isArray(submenu) ? submenu : []))

describe("the system's menu", () => {
	it('holds every command once, and runs it', () => {
		const run: CommandId[] = []
		const items = itemsOf({}, false, (command) => run.push(command)).filter((item) => item.id)
		for (const item of items) Reflect.apply(item.click ?? (() => {}), item, [])
		expect(run.toSorted()).toEqual(Object.keys(commands).toSorted())
	})

	it('shows shortcuts, and leaves hearing them to the page', () => {
		const items = itemsOf({}, false, () => {})
		const undo = items.find((item) => item.id === 'history.undo')
		expect(undo).toMatchObject({ accelerator: 'CommandOrControl+Z', registerAccelerator: false })
		expect(items.find((item) => item.id === 'passage.highlight')?.accelerator).toBe('H')
	})

	it('shows the shortcuts that the reader chose, and none where they were taken away', () => {
		const items = itemsOf({ 'history.undo': ['Ctrl+Alt+u'], 'history.redo': [] }, false, () => {})
		expect(items.find((item) => item.id === 'history.undo')?.accelerator).toBe('CommandOrControl+Alt+U')
		expect(items.find((item) => item.id === 'history.redo')).not.toHaveProperty('accelerator')
	})

	it('takes no bare letters from typing on macOS, which registers all that it shows', () => {
		const items = itemsOf({}, true, () => {})
		expect(items.find((item) => item.id === 'passage.highlight')).not.toHaveProperty('accelerator')
	})

	it('has the standard roles', () => {
		const roles = itemsOf({}, false, () => {}).map((item) => item.role)
		expect(roles).toEqual(expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'quit']))
	})
})

describe('shortcuts', () => {
	it.each([
		['Ctrl+Shift+e', 'CommandOrControl+Shift+E'],
		['Alt+ArrowLeft', 'Alt+Left'],
		['F7', 'F7'],
		['Ctrl++', 'CommandOrControl+Plus'],
		['Ctrl+\\', 'CommandOrControl+\\'],
		['Enter', 'Return'],
		['t', 'T'],
	])('%s is %s to Electron', (shortcut, accelerator) => {
		expect(acceleratorOf(shortcut)).toBe(accelerator)
	})
})
