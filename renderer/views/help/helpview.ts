import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query } from 'lit/decorators.js'
import { guide } from '../../../corpus/guide/index.ts'
import { keyLabel } from '../../commands/keylabel.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import type { HelpPage } from '../../state/router.ts'
import { watch } from '../../state/watch.ts'
import { stepByArrows } from '../arrowsteps.ts'
import { fixedKeys } from '../frame/fixedkeys.ts'
import '../../elements/icon.ts'
import '../../elements/shortcutlist.ts'
import './aboutpage.ts'
import './guidetext.ts'
import type { HelpPageEvent } from './guidetext.ts'
import { helpViewStyles } from './helpview.styles.ts'
import { newsText } from './news.ts'
import { chapterText, helpPages, helpTitle } from './pages.ts'

/** The guide, the shortcuts, what is new, and what the program is: a list of pages, and the open one. */
@customElement('cp-help-view')
export class HelpView extends LitElement {
	static override readonly styles = [controls, helpViewStyles]

	@property({ attribute: false }) state!: AppState

	@query('.page') private readonly page!: HTMLElement

	readonly #mac = navigator.platform.startsWith('Mac')
	#stop: (() => void) | null = null
	#entry = -1

	constructor() {
		super()
		watch(this, () => [this.state.router, this.state.settings])
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.#stop = this.state.router.onLeave(() => ({ scroll: this.page.scrollTop }))
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.#stop?.()
	}

	private get shown(): HelpPage {
		const { route } = this.state.router
		return route.view === 'help' ? route.page : 'first-steps'
	}

	override render() {
		const title = helpTitle(this.shown)
		return html`<div class="columns">
			<nav aria-label="Help">
				<h2>Guide</h2>
				${this.#list(helpPages.slice(0, guide.length))}
				<h2>Reference</h2>
				${this.#list(helpPages.slice(guide.length))}
			</nav>
			<section
				class="page"
				tabindex="0"
				aria-label="Help: ${title}"
				@help-page=${this.#followed}
				@blur=${this.#left}
			>
				<div class="sheet ${['shortcuts', 'about'].includes(this.shown) ? 'wide' : ''}">
					<select class="choice" aria-label="Page of the help" @change=${this.#chosen}>
							${helpPages.map(({ id, title: name }) => html`<option value=${id} ?selected=${id === this.shown}>${name}</option>`)}
						</select>
					${this.#content()} ${this.#onward()}
				</div>
			</section>
		</div>`
	}

	#list(pages: typeof helpPages) {
		return html`<ul @keydown=${this.#keys}>
			${pages.map(
				({ id, title }) => html`<li>
					<button aria-current=${id === this.shown ? 'page' : nothing} @click=${() => this.#open(id)}>${title}</button>
				</li>`,
			)}
		</ul>`
	}

	#content() {
		const { keys } = this.state.settings.value
		switch (this.shown) {
			case 'shortcuts':
				return html`<h1>${helpTitle('shortcuts')}</h1>
					<p>
						Single letters act while you read. To change a key, open the
						<button class="quiet inline" @click=${() => this.state.commands.run('settings.open')}>settings</button>;
						those of lists and the window are always the same.
					</p>
					<cp-shortcut-list
						.keys=${keys}
						.fixed=${fixedKeys(this.state.host.face, navigator.platform)}
						.label=${(key: string) => keyLabel(key, this.#mac)}
					></cp-shortcut-list>`
			case 'about':
				return html`<cp-about-page .state=${this.state}></cp-about-page>`
			default: {
				const source = this.shown === 'news' ? newsText() : (chapterText(this.shown) ?? '')
				return html`<cp-guide-text .source=${source} .keys=${keys} .mac=${this.#mac}></cp-guide-text>`
			}
		}
	}

	/** The guide can be read from its first chapter to its last. */
	#onward() {
		const next = guide[guide.findIndex(({ id }) => id === this.shown) + 1]
		if (chapterText(this.shown) === null || next === undefined) return nothing
		return html`<p class="onward">
			<button @click=${() => this.#open(next.id)}>Next: ${next.title}<cp-icon name="chevronRight"></cp-icon></button>
		</p>`
	}

	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed)
		const { entry } = this.state.router
		if (entry.route.view !== 'help' || entry.id === this.#entry) return
		const isFirst = this.#entry === -1
		this.#entry = entry.id
		void this.#arrive(isFirst)
	}

	/** Begins at the top, or where the reader left this page. */
	async #arrive(isFirst: boolean): Promise<void> {
		const text = this.renderRoot.querySelector<LitElement>('cp-guide-text, cp-about-page')
		await text?.updateComplete
		const { scroll } = this.state.router.entry.memory
		this.page.scrollTop = typeof scroll === 'number' ? scroll : 0
		// Arrow keys scroll at once. Who leafs in the list stays in it.
		if (!isFirst && this.renderRoot.querySelector('nav :focus')) return
		// Who did not go there needs no ring to see where they are.
		this.page.toggleAttribute('data-led', true)
		this.page.focus({ preventScroll: true })
	}

	/** To another part of the page, not to another window. */
	#left({ relatedTarget }: FocusEvent): void {
		if (relatedTarget !== null) this.page.toggleAttribute('data-led', false)
	}

	#open(page: HelpPage): void {
		this.state.router.go({ view: 'help', page })
	}

	#followed({ page }: HelpPageEvent): void {
		this.#open(page)
	}

	#chosen({ target }: Event): void {
		const page = helpPages.find(({ id }) => target instanceof HTMLSelectElement && id === target.value)
		if (page) this.#open(page.id)
	}

	#keys(event: KeyboardEvent): void {
		stepByArrows(event, this.renderRoot.querySelectorAll<HTMLElement>('nav button'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-help-view': HelpView
	}
}
