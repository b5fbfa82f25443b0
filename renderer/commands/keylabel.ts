const names: Readonly<Record<string, string>> = {
	ArrowLeft: '←',
	ArrowRight: '→',
	ArrowUp: '↑',
	ArrowDown: '↓',
	Escape: 'Esc',
	Delete: 'Del',
}

/** A shortcut for people: "Ctrl+Shift+e" is shown as "Ctrl Shift E", on macOS as "⌘⇧E". */
export function keyLabel(chord: string, mac: boolean): string {
	const parts = chord.endsWith('++') ? [...chord.slice(0, -2).split('+'), '+'] : chord.split('+')
	const shown = parts.map((part) => names[part] ?? (part.length === 1 ? part.toUpperCase() : part))
	if (!mac) return shown.join(' ')
	const symbols: Readonly<Record<string, string>> = { Ctrl: '⌘', Alt: '⌥', Shift: '⇧' }
	return shown.map((part) => symbols[part] ?? part).join('')
}
