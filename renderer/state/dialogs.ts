import type { TemplateResult } from 'lit'
import { Emitter } from './source.ts'

export interface Confirmation {
	/** A question: "Delete the theme “Dioxin”?" */
	readonly heading: string
	/** What will happen and what is safe. */
	readonly text: string
	/** The verb of the button: "Delete". */
	readonly action: string
	readonly danger?: boolean
}

/** A dialog on the stack. */
export type OpenDialog =
	| { readonly kind: 'own'; readonly id: number; readonly template: TemplateResult }
	| {
			readonly kind: 'confirmation'
			readonly id: number
			readonly question: Confirmation
			readonly close: (yes?: boolean) => void
	  }

/** Modal dialogs, one above the other. The frame draws them; focus returns to where it was. */
export class Dialogs extends Emitter {
	#open: readonly OpenDialog[] = []
	#next = 1

	/** The lowest first. */
	get open(): readonly OpenDialog[] {
		return this.#open
	}

	/**
	 * Shows a dialog until it calls `close`. The template is one element that contains a `<cp-dialog>`:
	 * `dialogs.show<string>((close) => html`<my-dialog @cp-close=${() => close()}></my-dialog>`)`.
	 * @returns what it was closed with; undefined: the reader thought better of it
	 */
	show<T>(draw: (close: (value?: T) => void) => TemplateResult): Promise<T | undefined> {
		return this.#push<T>((id, close) => ({ kind: 'own', id, template: draw(close) }))
	}

	/** Resolves when the last dialog that is open now is closed: the views behind can be changed then. */
	allClosed(): Promise<void> {
		return new Promise((resolve) => {
			const stop = this.listen(() => {
				if (this.#open.length > 0) return
				stop()
				resolve()
			})
		})
	}

	/** @returns whether the reader agreed */
	async confirm(question: Confirmation): Promise<boolean> {
		const yes = await this.#push<boolean>((id, close) => ({ kind: 'confirmation', id, question, close }))
		return yes ?? false
	}

	#push<T>(make: (id: number, close: (value?: T) => void) => OpenDialog): Promise<T | undefined> {
		const id = this.#next++
		return new Promise((resolve) => {
			const close = (value?: T) => {
				if (!this.#open.some((dialog) => dialog.id === id)) return
				this.#open = this.#open.filter((dialog) => dialog.id !== id)
				this.emit()
				resolve(value)
			}
			this.#open = [...this.#open, make(id, close)]
			this.emit()
		})
	}
}
