import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { DocumentId } from '../../../corpus/ids.ts'
import { handles } from '../../commands/handles.ts'
import type { AppState } from '../../state/appstate.ts'
import type { ReadingRoute, Route } from '../../state/router.ts'
import { watch } from '../../state/watch.ts'
import { pickDocument } from '../passages/pickdocument.ts'
import { printDocument } from './printing.ts'
import { readingCommands } from './readingcommands.ts'
import type { ReadingPane } from './readingpane.ts'
import './readingpane.ts'
import '../../elements/typesettings.ts'
import '../../reading/typography.css'
import '../../reading/paint.css'
import '../../reading/print.css'
import '../../reading/markdown.css'
import '../../reading/pages/pages.css'
import './reading.css'
import './paging.css'

/**
 * Reading: one document, or two side by side. Commands act on the pane that has or had the focus. What the
 * frame shows of the document (title, progress, outline) is reported from the first.
 */
@customElement('cp-reading-view')
export class ReadingView extends LitElement {
	@property({ attribute: false }) state!: AppState

	@state() private typeSettings = false
	@state() private second = false
	@query('.reading-progress') private readonly hairline!: HTMLElement | null
	#shown: Route | null = null
	#stop: (() => void) | null = null

	constructor() {
		super()
		watch(this, () => [this.state.router, this.state.settings])
		handles(this, () => this.state.commands, readingCommands(this))
	}

	protected override createRenderRoot(): HTMLElement {
		return this
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.#stop?.()
		this.#stop = null
		this.state.reading.clear()
	}

	/** The pane that commands act on; null before the first drawing. */
	get pane(): ReadingPane | null {
		const panes = this.querySelectorAll('cp-reading-pane')
		return panes[this.second ? 1 : 0] ?? panes[0] ?? null
	}

	get isTypeSettingsOpen(): boolean {
		return this.typeSettings
	}

	get isSplit(): boolean {
		return this.#route?.beside !== undefined
	}

	override render(): TemplateResult | typeof nothing {
		const route = this.#route
		if (!route) return nothing
		const { beside } = route
		return html`
			<div class="reading-progress" aria-hidden="true"></div>
			<div class="reading-panes">
				<cp-reading-pane
					.state=${this.state}
					.document=${route.document}
					@focusin=${() => this.#activate(false)}
					@pointerdown=${() => this.#activate(false)}
					@reading-progress=${this.#progressed}
				></cp-reading-pane>
				${
					beside === undefined
						? nothing
						: html`<cp-reading-pane
								class="beside"
								.state=${this.state}
								.document=${beside}
								@focusin=${() => this.#activate(true)}
								@pointerdown=${() => this.#activate(true)}
							></cp-reading-pane>`
				}
			</div>
			${this.typeSettings ? this.#drawTypeSettings() : nothing}
		`
	}

	protected override firstUpdated(): void {
		this.#stop = this.state.router.onLeave(() => ({
			offset: this.querySelector('cp-reading-pane')?.offset ?? 0,
		}))
	}

	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed)
		const { router } = this.state
		const route = this.#route
		if (!route || route === this.#shown) return
		this.#shown = route
		const offset = router.entry.memory['offset']
		this.querySelector('cp-reading-pane')?.goTo(route.at ?? null, typeof offset === 'number' ? offset : null)
	}

	toggleTypeSettings(): void {
		this.typeSettings = !this.typeSettings
		void this.updateComplete.then(() => {
			const panel = this.querySelector('cp-type-settings')
			if (panel) panel.focus()
			else this.pane?.focusText()
		})
	}

	/** Opens or closes the panel of the active pane: two panels would leave too little of the texts. */
	togglePanel(): void {
		const { pane } = this
		for (const other of this.querySelectorAll('cp-reading-pane'))
			if (other !== pane && other.panel) other.togglePanel()
		pane?.togglePanel()
	}

	/** Opens a second document beside, or closes it. */
	async toggleBeside(): Promise<void> {
		const route = this.#route
		if (!route) return
		const { beside, ...alone } = route
		if (beside !== undefined) {
			this.second = false
			this.state.router.replace(alone)
			return
		}
		const picked = await pickDocument(this.state, 'Open beside', route.document)
		if (picked) this.state.router.replace({ ...alone, beside: picked })
	}

	print(): void {
		const opened = this.pane?.opened
		if (opened) printDocument(this.state, opened)
	}

	/** Splits the document; the second part is a document of its own. */
	async split(): Promise<void> {
		const { pane } = this
		const at = pane?.splitOffset ?? null
		if (!pane || at === null) return
		pane.selecting.clear()
		const part = await this.state.attempt(() =>
			this.state.client.call('documents.split', { id: pane.document, at }),
		)
		if (!part) return
		this.state.done('Split the document here. Its second part is in the library.')
	}

	/** Marks the document as done and opens the next of the queue. */
	async finish(): Promise<void> {
		const id: DocumentId | undefined = this.pane?.document
		if (id === undefined) return
		const done = await this.state.attempt(async () => {
			await this.state.client.call('documents.status', { ids: [id], status: 'done' })
			return true
		})
		if (!done) return
		if (this.state.commands.run('go.nextToRead')) this.state.done('Done. This is the next to read.')
		else this.state.done('Done. Nothing else waits to be read.')
	}

	get #route(): ReadingRoute | null {
		const { route } = this.state.router
		return route.view === 'reading' ? route : null
	}

	#activate(second: boolean): void {
		this.second = second
	}

	readonly #progressed = (event: HTMLElementEventMap['reading-progress']): void => {
		const opened = this.querySelector('cp-reading-pane')?.opened
		if (this.hairline) this.hairline.style.scale = `${event.progress} 1`
		this.state.reading.report({
			title: opened?.detail.metadata.title ?? '',
			outline: opened?.outline ?? [],
			progress: event.progress,
			current: event.heading,
			shown: !opened || opened.pages.length === 0 ? 'only text' : opened.pageView ? 'pages' : 'text',
		})
	}

	#drawTypeSettings(): TemplateResult {
		const { settings } = this.state
		return html`<cp-type-settings
			.settings=${settings.value.type}
			.scheme=${settings.value.scheme}
			@type-change=${(event: HTMLElementEventMap['type-change']) =>
				void this.pane?.keepPlace(
					() => void this.state.attempt(() => settings.set({ type: event.settings })),
				)}
			@scheme-change=${(event: HTMLElementEventMap['scheme-change']) =>
				void this.state.attempt(() => settings.set({ scheme: event.scheme }))}
			@cp-close=${() => this.typeSettings && this.toggleTypeSettings()}
		></cp-type-settings>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-reading-view': ReadingView
	}
}
