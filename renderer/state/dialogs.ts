import type { TemplateResult } from 'lit'
import { Emitter } from './source.ts'

/** A dialog on the stack. `close` without a value: the reader thought better of it. */
export interface OpenDialog {
	readonly id: number
	readonly template: TemplateResult
}

export interface Confirmation {
	/** A question: "Delete the theme “Dioxin”?" */
	readonly heading: string
	/** What will happen and what is safe. */
	readonly text: string
	/** The verb of the button: "Delete". */
	readonly action: string
	readonly danger?: boolean
}

/** Modal dialogs, one above the other. The frame draws them; focus returns to where it was. */
export class Dialogs extends Emitter {
	#open: readonly OpenDialog[] = []
	#next = 1
	readonly #confirmation: (question: Confirmation, close: (yes?: boolean) => void) => TemplateResult

	/** @param confirmation draws a yes-or-no dialog */
	constructor(confirmation: (question: Confirmation, close: (yes?: boolean) => void) => TemplateResult) {
		super()
		this.#confirmation = confirmation
	}

	/** The lowest first. */
	get open(): readonly OpenDialog[] {
		return this.#open
	}

	/**
	 * Shows a dialog until it calls `close`. The template is one element that contains or extends
	 * `<cp-dialog>`: `dialogs.show<string>((close) => html`<cp-x @cp-close=${() => close()}></cp-x>`)`.
	 * @returns what it was closed with; undefined: nothing
	 */
	show<T>(draw: (close: (value?: T) => void) => TemplateResult): Promise<T | undefined> {
		const id = this.#next++
		return new Promise((resolve) => {
			const close = (value?: T) => {
				if (!this.#open.some((dialog) => dialog.id === id)) return
				this.#open = this.#open.filter((dialog) => dialog.id !== id)
				this.emit()
				resolve(value)
			}
			this.#open = [...this.#open, { id, template: draw(close) }]
			this.emit()
		})
	}

	async confirm(question: Confirmation): Promise<boolean> {
		return (await this.show<boolean>((close) => this.#confirmation(question, close))) ?? false
	}
}
