import { html, LitElement, nothing, type PropertyValues, render } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import { isInDialog, listenToKeys } from '../../commands/keyboard.ts'
import { confirmation } from '../../elements/confirmation.ts'
import { controls } from '../../elements/controls.ts'
import { deepActiveElement } from '../../elements/menu.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/joblist.ts'
import '../../elements/toastlist.ts'
import '../import/dropzone.ts'
import { viewCommands } from '../commands.ts'
import { frameStyles } from './frame.styles.ts'
import { type FrameActions, globalCommands } from './globalcommands.ts'
import type { Palette } from './palette.ts'
import { placeTitle } from './placetitle.ts'
import type { Sidebar } from './sidebar.ts'
import { viewOf } from './viewof.ts'
import './palette.ts'
import './sidebar.ts'
import './topbar.ts'

/** From this width on, in CSS px, the sidebar stands beside the view; below it lies over it. */
const WIDE = '(min-width: 1100px)'

/**
 * The window's frame: bar, sidebar, the view, and everything that floats. The view is a child of this
 * element in the document's own tree, for a selection of text does not cross shadow trees.
 */
@customElement('cp-frame')
export class Frame extends LitElement {
	static override readonly styles = [controls, frameStyles]

	@property({ attribute: false }) state!: AppState

	/** Whether the sidebar that lies over the view is open. */
	@state() private over = false
	@query('cp-palette') private readonly palette!: Palette
	@query('cp-sidebar') private readonly sidebar!: Sidebar | null
	@query('main') private readonly main!: HTMLElement

	readonly #wide = window.matchMedia(WIDE)
	readonly #mac = navigator.platform.startsWith('Mac')
	#stops: (() => void)[] = []
	#entry = -1

	constructor() {
		super()
		watch(this, () => [
			this.state.router,
			this.state.settings,
			this.state.dialogs,
			this.state.menus,
			this.state.jobs,
			this.state.toasts,
			this.state.announcer,
			this.state.themes,
			this.state.documents,
		])
	}

	override connectedCallback(): void {
		super.connectedCallback()
		this.#wide.addEventListener('change', this.#resized)
		window.addEventListener('keydown', this.#keys)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		this.#wide.removeEventListener('change', this.#resized)
		window.removeEventListener('keydown', this.#keys)
		for (const stop of this.#stops) stop()
		this.#stops = []
	}

	override render() {
		const { state } = this
		const beside = this.#wide.matches && state.settings.value.sidebar
		const shown = beside || this.over
		return html`
			<header>
				<a class="skip" href="#main" @click=${this.#skip}>Skip to the content</a>
				<cp-top-bar .state=${state} .mac=${this.#mac} .sidebarHidden=${!beside}></cp-top-bar>
			</header>
			<div class="body ${beside ? 'beside' : ''}">
				${shown ? html`<aside aria-label="Sidebar"><cp-sidebar .state=${state}></cp-sidebar></aside>` : nothing}
				${this.over && !beside ? html`<div class="veil" @click=${this.#closeOver}></div>` : nothing}
				<main id="main" tabindex="-1" aria-label=${placeTitle(state)}><slot></slot>${this.#menu()}</main>
			</div>
			<cp-palette .state=${state} .mac=${this.#mac}></cp-palette>
			<cp-drop-zone .state=${state}></cp-drop-zone>
			${repeat(
				state.dialogs.open,
				(dialog) => dialog.id,
				(dialog) => (dialog.kind === 'own' ? dialog.template : confirmation(dialog.question, dialog.close)),
			)}
			${
				shown || state.jobs.running.length === 0
					? nothing
					: html`<cp-job-list
							.jobs=${state.jobs.running}
							@job-cancel=${(event: HTMLElementEventMap['job-cancel']) =>
								state.attempt(() => state.jobs.cancel(event.job))}
						></cp-job-list>`
			}
			<cp-toast-list
				.toasts=${state.toasts.all}
				@toast-dismiss=${(event: HTMLElementEventMap['toast-dismiss']) => state.toasts.dismiss(event.toast)}
			></cp-toast-list>
			<div class="unseen" role="status" aria-live="polite">
				${repeat(
					state.announcer.text === '' ? [] : [state.announcer.count],
					(count) => count,
					() => html`<span>${state.announcer.text}</span>`,
				)}
			</div>
		`
	}

	#menu() {
		const { menus } = this.state
		return repeat(
			menus.open ? [menus.open] : [],
			(menu) => menu,
			(menu) => html`<cp-menu
				.label=${menu.label}
				.entries=${menu.entries}
				.at=${menu.at}
				@cp-close=${() => menus.open === menu && menus.close()}
			></cp-menu>`,
		)
	}

	protected override firstUpdated(): void {
		const { state } = this
		this.#stops = [
			state.commands.register(viewCommands(state)),
			state.commands.register(globalCommands(state, this.#actions())),
			listenToKeys(window, {
				registry: state.commands,
				keys: () => state.settings.value.keys,
				isReading: () => state.router.isOver,
				mac: this.#mac,
			}),
		]
	}

	protected override updated(changed: PropertyValues<this>): void {
		super.updated(changed)
		const { router } = this.state
		render(viewOf(this.state), this)
		document.title = `${placeTitle(this.state)} – Commonplace`
		if (router.entry.id === this.#entry) return
		this.#entry = router.entry.id
		this.over = false
		void this.#keepFocus()
	}

	#actions(): FrameActions {
		return {
			openPalette: () => this.palette.show(),
			toggleSidebar: () => this.#toggleSidebar(),
			toggleOutline: () => this.#toggleOutline(),
			isSidebarOpen: () => this.#isSidebarOpen,
			mac: this.#mac,
		}
	}

	get #isSidebarOpen(): boolean {
		return this.#wide.matches ? this.state.settings.value.sidebar : this.over
	}

	async #toggleSidebar(): Promise<void> {
		if (this.#wide.matches) {
			await this.state.settings.set({ sidebar: !this.state.settings.value.sidebar })
			return
		}
		this.over = !this.over
		await this.updateComplete
		if (this.over) this.sidebar?.renderRoot.querySelector<HTMLElement>('button')?.focus()
		else this.main.focus()
	}

	async #toggleOutline(): Promise<void> {
		if (!this.#isSidebarOpen) await this.#toggleSidebar()
		await this.updateComplete
		await this.sidebar?.toggleOutline()
	}

	readonly #resized = (): void => {
		this.over = false
		this.requestUpdate()
	}

	readonly #closeOver = (): void => {
		this.over = false
	}

	/** Esc goes from the inside out: what is open handles it first, the reading view or the help leaves last. */
	readonly #keys = (event: KeyboardEvent): void => {
		if (event.key !== 'Escape' || event.defaultPrevented || isInDialog(event)) return
		if (this.over) {
			this.over = false
			this.main.focus()
		} else if (this.state.router.isOver) this.state.router.leave()
		else return
		event.preventDefault()
	}

	#skip(event: Event): void {
		event.preventDefault()
		this.main.focus()
	}

	/** What had the focus may be gone with its view: then the new view has it. */
	async #keepFocus(): Promise<void> {
		await this.updateComplete
		const active = deepActiveElement()
		if (active === null || active === document.body) this.main.focus()
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-frame': Frame
	}
}
