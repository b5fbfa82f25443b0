/** Names that Electron has for keys where they differ from those of the DOM. */
const names: Readonly<Record<string, string>> = {
	ArrowLeft: 'Left',
	ArrowRight: 'Right',
	ArrowUp: 'Up',
	ArrowDown: 'Down',
	' ': 'Space',
	Enter: 'Return',
	'+': 'Plus',
}

/**
 * A shortcut of the commands' table as Electron writes it: `Ctrl+Shift+e` → `CommandOrControl+Shift+E`.
 * A `+` that is the key itself stands last: `Ctrl++`.
 */
export function acceleratorOf(shortcut: string): string {
	const [, modifiers = '', key = ''] = /^((?:(?:Ctrl|Alt|Shift)\+)*)(.+)$/s.exec(shortcut) ?? []
	const named = names[key] ?? (key.length === 1 ? key.toUpperCase() : key)
	return modifiers.replace('Ctrl+', 'CommandOrControl+') + named
}
