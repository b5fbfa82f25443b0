import { type CommandId, commands } from '../../corpus/commands.ts'
import { keysOf } from '../../corpus/shortcuts.ts'
import { chordOf } from './chord.ts'
import { type CommandRegistry, commandIds } from './registry.ts'

export interface KeyboardOptions {
	readonly registry: CommandRegistry
	/** Shortcuts that differ from the defaults. */
	readonly keys: () => Readonly<Record<string, readonly string[]>>
	/** Whether a text is open for reading: a document, or the guide. */
	readonly isReading: () => boolean
	readonly mac: boolean
}

/** Marks an element inside which single letters act on passages: the reading surface, a list of passages. */
export const passageScope = 'data-passage-keys'

/**
 * Turns key presses into commands, wherever the focus is. What an element has handled itself
 * (`preventDefault`) is left alone, and so is everything while a dialog or menu is open.
 * @returns a function that stops listening
 */
export function listenToKeys(target: Window, options: KeyboardOptions): () => void {
	const listener = (event: KeyboardEvent) => {
		if (event.defaultPrevented || event.isComposing) return
		const chord = chordOf(event, options.mac)
		if (chord === null || isInDialog(event)) return
		const own = options.keys()
		const id = commandIds.find(
			(command) => keysOf(command, own).includes(chord) && acts(command, chord, event, options),
		)
		if (id && options.registry.run(id)) event.preventDefault()
	}
	target.addEventListener('keydown', listener)
	return () => target.removeEventListener('keydown', listener)
}

/** Whether a command is meant by a shortcut where the focus is now. */
function acts(id: CommandId, chord: string, event: KeyboardEvent, options: KeyboardOptions): boolean {
	const focus = event.composedPath()[0]
	if (!options.registry.isEnabled(id)) return false
	// The text field has its own undo; and letters, digits, Enter and Delete are what one types there.
	if (isTextField(focus) && (id === 'history.undo' || id === 'history.redo' || !isCombination(chord)))
		return false
	switch (commands[id].where) {
		case 'everywhere':
			return true
		case 'reading':
			return options.isReading()
		case 'text':
			return isInPassages(event, options) && !(chord === 'Enter' && isControl(focus))
	}
}

const isCombination = (chord: string): boolean => /^(Ctrl|Alt)\+/.test(chord) || /^(Shift\+)?F\d/.test(chord)

const isInPassages = (event: KeyboardEvent, options: KeyboardOptions): boolean => {
	const path = event.composedPath()
	if (path.some((node) => node instanceof Element && node.hasAttribute(passageScope))) return true
	// Nothing has the focus, or the view as a whole: the text that is open is meant.
	const [focus] = path
	return options.isReading() && focus instanceof Element && focus.matches('html, body, main')
}

/** Whether the focus is in something that floats and handles its own keys. */
export const isInDialog = (event: KeyboardEvent): boolean =>
	event
		.composedPath()
		.some(
			(node) =>
				node instanceof HTMLElement && (node.matches('dialog[open]') || node.matches('[role="menu"]')),
		)

const isControl = (node: EventTarget | undefined): boolean =>
	node instanceof Element && node.matches('button, a[href], summary, select, input')

const isTextField = (node: EventTarget | undefined): boolean =>
	node instanceof HTMLElement &&
	(node.isContentEditable ||
		node.matches(
			'textarea, select, input:not([type="checkbox"], [type="radio"], [type="button"], [type="range"])',
		))
