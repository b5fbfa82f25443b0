/** The parts of a KeyboardEvent that make a shortcut. */
export interface KeyPress {
	readonly key: string
	readonly ctrlKey: boolean
	readonly altKey: boolean
	readonly shiftKey: boolean
	readonly metaKey: boolean
}

/**
 * A key press in the form of the table of commands: "Ctrl+Shift+e", "Alt+ArrowLeft", "t". `Ctrl` stands
 * for Command on macOS. Shift is left out where it only makes another character, such as "?".
 * @returns null for a modifier alone, and for the combinations that belong to the system
 */
export function chordOf(event: KeyPress, mac: boolean): string | null {
	if (['Control', 'Alt', 'Shift', 'Meta', 'AltGraph', 'Dead', 'Process', 'Unidentified'].includes(event.key))
		return null
	const primary = mac ? event.metaKey : event.ctrlKey
	if (mac ? event.ctrlKey : event.metaKey) return null
	const isCharacter = event.key.length === 1
	const isLetter = isCharacter && event.key.toLowerCase() !== event.key.toUpperCase()
	const shift = event.shiftKey && (!isCharacter || isLetter)
	const key = event.key === ' ' ? 'Space' : isCharacter ? event.key.toLowerCase() : event.key
	return `${primary ? 'Ctrl+' : ''}${event.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${key}`
}
