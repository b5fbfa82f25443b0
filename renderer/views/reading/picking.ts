import type { ThemeId } from '../../../corpus/ids.ts'
import { select } from '../../reading/selection.ts'
import type { Marking } from './marking.ts'
import type { Pane } from './pane.ts'
import type { Target } from './passagedesk.ts'

/** The theme picker of a pane, and the passage that it was opened for. */
export class Picking {
	/** null: the picker is closed. */
	target: Target | null = null
	readonly #pane: PickingPane

	constructor(pane: PickingPane) {
		this.#pane = pane
	}

	/** Opens the picker with the keyboard in it. The selection goes, so the words are painted meanwhile. */
	open(target: Target | null): void {
		this.target = target
		this.#pane.requestUpdate()
		void this.#pane.updateComplete.then(() => this.#pane.querySelector('cp-theme-picker')?.focus())
	}

	choose(theme: ThemeId): void {
		const { target } = this
		this.close()
		if (target) this.#pane.marking.apply(target, theme)
	}

	async create(path: string): Promise<void> {
		const { target } = this
		this.close()
		const theme = await this.#pane.desk.theme(path)
		if (theme && target) this.#pane.marking.apply(target, theme)
	}

	drop(theme: ThemeId): void {
		const { target } = this
		this.close()
		if (target?.kind === 'highlight') void this.#pane.desk.untag(target.id, theme)
	}

	/** Without a choice, the words are selected again that were selected before. */
	close(): void {
		const { target } = this
		const { opened } = this.#pane
		this.target = null
		this.#pane.requestUpdate()
		if (!opened || document.activeElement === opened.surface.element) return
		this.#pane.focusText()
		if (target?.kind === 'range') select(opened.surface, target.range)
	}
}

interface PickingPane extends Pane, ParentNode {
	readonly marking: Marking
}
