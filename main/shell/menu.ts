import type { MenuItemConstructorOptions } from 'electron'
import { type Command, type CommandId, commands, type MenuName } from '../../corpus/commands.ts'
import { acceleratorOf } from './accelerators.ts'

type Item = MenuItemConstructorOptions
const separator: Item = { type: 'separator' }

/** What the system offers in a menu of ours, after our own commands. */
const standard: Readonly<Record<MenuName, (mac: boolean) => readonly Item[]>> = {
	File: (mac) => [{ role: mac ? 'close' : 'quit' }],
	Edit: () => [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }],
	View: () => [
		{ role: 'zoomIn', label: 'Enlarge everything', accelerator: 'CommandOrControl+Alt+=' },
		{ role: 'zoomOut', label: 'Shrink everything', accelerator: 'CommandOrControl+Alt+-' },
		{ role: 'resetZoom', label: 'Everything as at first', accelerator: 'CommandOrControl+Alt+0' },
		{ role: 'togglefullscreen' },
	],
	Go: () => [],
	Passage: () => [],
	Help: () => [],
}

/**
 * The system's menu, made from the table of commands. Shortcuts are shown but not registered: the page
 * hears its keys itself, and knows when a letter is typed and when it is a command.
 * @param keys shortcuts that the reader changed: command id → keys
 */
export function menuTemplate(
	keys: Readonly<Record<string, readonly string[]>>,
	mac: boolean,
	run: (command: CommandId) => void,
): Item[] {
	const entries = Object.entries(commands) as readonly [CommandId, Command][]
	const menu = (name: MenuName): Item => ({
		label: `&${name}`,
		submenu: joined(
			entries
				.filter(([, command]) => command.menu === name)
				.map(
					([id, command]): Item => ({
						id,
						label: command.title,
						...shown((keys[id] ?? command.keys)[0], command, mac),
						registerAccelerator: false,
						click: () => run(id),
					}),
				),
			standard[name](mac),
		),
	})
	return [
		...(mac ? [{ role: 'appMenu' } as const] : []),
		menu('File'),
		menu('Edit'),
		menu('View'),
		menu('Go'),
		menu('Passage'),
		{ role: 'windowMenu' },
		{ ...menu('Help'), role: 'help' },
	]
}

const joined = (own: readonly Item[], system: readonly Item[]): Item[] =>
	system.length === 0 ? [...own] : [...own, separator, ...system]

/** macOS registers every shortcut that it shows: a bare letter would be lost to typing. */
const shown = (key: string | undefined, command: Command, mac: boolean): Pick<Item, 'accelerator'> =>
	key === undefined || (mac && command.where === 'text') ? {} : { accelerator: acceleratorOf(key) }
