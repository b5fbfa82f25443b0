import { css, html, LitElement } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { controls } from '../../elements/controls.ts'
import type { OptionList } from '../../elements/optionlist.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/optionlist.ts'
import { DocumentNames, paletteGroups } from './paletteoptions.ts'
import { PaletteSearch } from './palettesearch.ts'

/** One box for everything: passages, documents, themes, notes and commands. `show()` opens it. */
@customElement('cp-palette')
export class Palette extends LitElement {
	static override readonly styles = [
		controls,
		css`
			dialog[open] {
				display: flex;
				flex-direction: column;
				width: min(720px, calc(100vw - var(--s8)));
				max-height: min(640px, calc(100vh - 96px));
				margin: 56px auto auto;
				padding: 0;
				overflow: hidden;
				color: var(--ink);
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 10px;
				box-shadow: var(--shadow);
			}
			dialog::backdrop { background: var(--veil); }
			cp-option-list { flex: 1; min-height: 0; }
		`,
	]

	@property({ attribute: false }) state!: AppState
	@property({ type: Boolean }) mac = false
	@state() private open = false
	@state() private query = ''
	@query('dialog') private readonly dialog!: HTMLDialogElement
	@query('cp-option-list') private readonly list!: OptionList | null

	readonly #names = new DocumentNames()
	#search: PaletteSearch | null = null

	constructor() {
		super()
		watch(this, () => (this.open ? [this.#search, this.state.documents, this.state.themes] : []))
	}

	/** Opens with what was typed last, marked so that typing replaces it. */
	async show(): Promise<void> {
		this.#search ??= new PaletteSearch(this.state)
		this.open = true
		await this.updateComplete
		if (!this.dialog.open) this.dialog.showModal()
		this.list?.focus()
		this.list?.select()
		if (this.query !== '') this.#find(this.query)
	}

	override render() {
		return html`<dialog aria-label="Search or command" @close=${this.#closed} @click=${this.#clicked}>
			${
				this.open
					? html`<cp-option-list
							label="Search or command"
							placeholder="Search passages, documents, themes, notes; > for commands"
							.query=${this.query}
							.groups=${this.#groups}
							.status=${this.#status}
							@option-query=${(event: HTMLElementEventMap['option-query']) => this.#find(event.query)}
							@option-chosen=${() => this.dialog.close()}
						></cp-option-list>`
					: null
			}
		</dialog>`
	}

	get #groups() {
		const result = this.#search?.result ?? null
		return paletteGroups(this.state, this.#names, { text: this.query, result, mac: this.mac })
	}

	get #status(): string {
		const query = this.query.trim()
		if (query === '' || query.startsWith('>') || !this.#search) return ''
		const { problem, result, busy } = this.#search
		if (problem !== null) return problem
		if (!result) return busy ? 'Searching…' : ''
		if (result.documents === 0) return 'No text, note or title holds these words.'
		const documents =
			result.documents === 1 ? 'One document' : `${result.documents.toLocaleString('en')} documents`
		return result.documents > result.groups.length
			? `${documents}, ${result.groups.length} shown: type more to narrow it down.`
			: documents
	}

	#find(query: string): void {
		this.query = query
		const words = query.startsWith('>') ? '' : query.trim()
		void this.state.attempt(async () => this.#search?.find(words, () => !this.list?.isMoved))
	}

	#clicked(event: Event): void {
		if (event.target === this.dialog) this.dialog.close()
	}

	#closed(): void {
		this.open = false
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-palette': Palette
	}
}
