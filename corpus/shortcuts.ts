import { type CommandId, commands } from './commands.ts'

const modifiers: ReadonlyMap<string, string> = new Map([
	['ctrl', 'Ctrl'],
	['control', 'Ctrl'],
	['cmd', 'Ctrl'],
	['command', 'Ctrl'],
	['⌘', 'Ctrl'],
	['mod', 'Ctrl'],
	['alt', 'Alt'],
	['option', 'Alt'],
	['⌥', 'Alt'],
	['shift', 'Shift'],
	['⇧', 'Shift'],
])

/** Keys with names, as `KeyboardEvent.key` has them, by what people call them. */
const namedKeys: ReadonlyMap<string, string> = new Map([
	...[
		'ArrowLeft',
		'ArrowRight',
		'ArrowUp',
		'ArrowDown',
		'Enter',
		'Escape',
		'Delete',
		'Backspace',
		'Tab',
		'Space',
	].map((key) => [key.toLowerCase(), key] as const),
	...['Home', 'End', 'PageUp', 'PageDown', 'Insert'].map((key) => [key.toLowerCase(), key] as const),
	...Array.from({ length: 24 }, (_, index) => [`f${index + 1}`, `F${index + 1}`] as const),
	['left', 'ArrowLeft'],
	['right', 'ArrowRight'],
	['up', 'ArrowUp'],
	['down', 'ArrowDown'],
	['esc', 'Escape'],
	['del', 'Delete'],
])

/**
 * A shortcut in the form of the table of commands (`Ctrl+Shift+e`), from what a person or another program
 * wrote (`shift + ctrl + E`, `⌘+e`, `Ctrl++`). Null where it names no key, or a modifier twice.
 */
export function parseShortcut(source: string): string | null {
	const text = source.trim()
	const plus = /^\+$|\+\s*\+$/.test(text)
	const parts = (plus ? text.replace(/\+?\s*\+$/, '') : text).split('+').map((part) => part.trim())
	const key = plus ? '+' : keyOf(parts.pop() ?? '')
	const named = parts.filter((part) => part !== '' || !plus).map((part) => modifiers.get(part.toLowerCase()))
	if (key === null || named.includes(undefined) || new Set(named).size < named.length) return null
	const order = ['Ctrl', 'Alt', 'Shift'].filter((modifier) => named.includes(modifier))
	return [...order, key].join('+')
}

function keyOf(name: string): string | null {
	if ([...name].length === 1) return name.toLowerCase()
	return namedKeys.get(name.toLowerCase()) ?? null
}

const commandIds = Object.keys(commands).filter((id): id is CommandId => id in commands)

/** The shortcuts of a command: the reader's own where set, else the defaults. */
export const keysOf = (id: CommandId, own: Readonly<Record<string, readonly string[]>>): readonly string[] =>
	own[id] ?? commands[id].keys

/**
 * Shortcuts that several commands have, each with its commands in the order of the table: only the first
 * of them would ever act.
 */
export function conflictsIn(
	own: Readonly<Record<string, readonly string[]>>,
): ReadonlyMap<string, readonly CommandId[]> {
	const users = new Map<string, readonly CommandId[]>()
	for (const id of commandIds)
		for (const key of new Set(keysOf(id, own))) users.set(key, [...(users.get(key) ?? []), id])
	return new Map([...users].filter(([, ids]) => ids.length > 1))
}
