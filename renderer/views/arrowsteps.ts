/**
 * Moves the focus between the buttons of a list by arrow keys; at its ends it stays.
 * @param buttons all of them, in the order of the list
 */
export function stepByArrows(event: KeyboardEvent, buttons: Iterable<HTMLElement>): void {
	const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
	if (by === 0 || !(event.target instanceof HTMLButtonElement)) return
	event.preventDefault()
	const all = [...buttons]
	all[all.indexOf(event.target) + by]?.focus()
}
