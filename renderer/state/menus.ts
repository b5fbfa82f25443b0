import type { MenuEntry } from '../elements/menu.ts'
import { Emitter } from './source.ts'

/** A menu that is open, and what it hangs on: an element, or a point of the window in CSS px. */
export interface OpenMenu {
	readonly label: string
	readonly entries: readonly MenuEntry[]
	readonly at: Element | { readonly x: number; readonly y: number }
}

/** The one menu that may be open. The frame draws it; the focus returns to where it was. */
export class Menus extends Emitter {
	open: OpenMenu | null = null

	/** @param label accessible name: "Theme “Dioxin”" */
	show(label: string, at: OpenMenu['at'], entries: readonly MenuEntry[]): void {
		this.open = { label, entries, at }
		this.emit()
	}

	close(): void {
		if (!this.open) return
		this.open = null
		this.emit()
	}
}
