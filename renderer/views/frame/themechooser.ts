import { css, html, LitElement } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { foldForIndex } from '../../../corpus/folding.ts'
import type { ThemeId } from '../../../corpus/ids.ts'
import { controls } from '../../elements/controls.ts'
import type { OptionGroup } from '../../elements/optionlist.ts'
import type { ThemeLook } from '../../elements/themelook.ts'
import { hueStyle } from '../../elements/themelook.ts'
import '../../elements/dialog.ts'
import '../../elements/optionlist.ts'

/** A theme was chosen; null: the top of the tree. */
export class ThemeChosenEvent extends Event {
	static readonly type = 'theme-chosen'
	readonly theme: ThemeId | null

	constructor(theme: ThemeId | null) {
		super(ThemeChosenEvent.type)
		this.theme = theme
	}
}

/**
 * A dialog to choose one theme by typing parts of its name.
 *
 * @event theme-chosen
 * @event cp-close - the reader thought better of it
 */
@customElement('cp-theme-chooser')
export class ThemeChooser extends LitElement {
	static override readonly styles = [
		controls,
		css`
			cp-option-list { margin: 0 calc(-1 * var(--s6)) calc(-1 * var(--s4)); height: min(420px, 60vh); border-block-start: 1px solid var(--line); }
		`,
	]

	@property() heading = ''
	@property({ attribute: false }) themes: readonly ThemeLook[] = []
	/** What the top of the tree is called; '' when it cannot be chosen. */
	@property() top = ''
	@state() private query = ''

	override render() {
		return html`<cp-dialog .heading=${this.heading} @cp-close=${() => this.dispatchEvent(new Event('cp-close'))}>
			<cp-option-list
				autofocus
				label="Theme"
				placeholder="Type a part of its name"
				.query=${this.query}
				.groups=${this.#groups}
				@option-query=${(event: HTMLElementEventMap['option-query']) => {
					this.query = event.query
				}}
			></cp-option-list>
		</cp-dialog>`
	}

	get #groups(): readonly OptionGroup[] {
		const wanted = foldForIndex(this.query)
		const themes = this.themes.filter((theme) => foldForIndex(theme.path.join(' ')).includes(wanted))
		const top = {
			key: 'top',
			content: html`<span class="lead"></span><span class="text">${this.top}</span>`,
			run: () => this.#choose(null),
		}
		return [
			{
				key: 'themes',
				label: '',
				options: [
					...(this.top !== '' && wanted === '' ? [top] : []),
					...themes.map((theme) => ({
						key: theme.id,
						content: html`<span class="lead"><span class="dot" style=${hueStyle(theme.hue)}></span></span>
							<span class="text">${theme.path.join(' › ')}</span>`,
						run: () => this.#choose(theme.id),
					})),
				],
			},
		]
	}

	#choose(theme: ThemeId | null): void {
		this.dispatchEvent(new ThemeChosenEvent(theme))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-theme-chooser': ThemeChooser
	}
	interface HTMLElementEventMap {
		'theme-chosen': ThemeChosenEvent
	}
}
