import { html, LitElement, nothing } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import type { ThemeId } from '../../../corpus/ids.ts'
import { controls } from '../../elements/controls.ts'
import type { IconName } from '../../elements/icons.ts'
import type { ThemeRow } from '../../elements/themerows.ts'
import type { ThemeTree } from '../../elements/themetree.ts'
import type { AppState } from '../../state/appstate.ts'
import type { Route } from '../../state/router.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/icon.ts'
import '../../elements/joblist.ts'
import '../../elements/themetree.ts'
import { sidebarStyles } from './sidebar.styles.ts'
import { themeActions } from './themeactions.ts'
import { themeRows } from './themetreerows.ts'

type Tab = 'themes' | 'outline'

/** The four views, the themes, and while reading the outline of the document. */
@customElement('cp-sidebar')
export class Sidebar extends LitElement {
	static override readonly styles = [controls, sidebarStyles]

	@property({ attribute: false }) state!: AppState

	@state() private tab: Tab = 'themes'
	@state() private adding = false
	@query('cp-theme-tree') private readonly tree!: ThemeTree | null
	@query('#new-theme') private readonly newTheme!: HTMLInputElement | null

	#rows: readonly ThemeRow[] = []
	#rowsOf: unknown = null

	constructor() {
		super()
		watch(this, () => [
			this.state.router,
			this.state.library,
			this.state.themes,
			this.state.jobs,
			this.state.reading,
		])
	}

	/** Shows the outline and takes the focus there, or back to the themes when it was shown. */
	async toggleOutline(): Promise<void> {
		this.tab = this.tab === 'outline' ? 'themes' : 'outline'
		await this.updateComplete
		this.renderRoot.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]')?.focus()
	}

	override render() {
		const { router, library, jobs } = this.state
		const { route } = router
		const info = library.info
		const isReading = route.view === 'reading'
		const tab = isReading ? this.tab : 'themes'
		return html`
			<nav aria-label="Views">
				<ul>
					${this.#place('library', 'Library', { view: 'library' }, info?.documents ?? null)}
					${this.#place('passages', 'Passages', { view: 'passages', query: {} }, info?.highlights ?? null)}
					${this.#place('notes', 'Notes', { view: 'notes' }, info?.notes ?? null)}
					${this.#place('chart', 'Compare', { view: 'compare' }, null)}
				</ul>
			</nav>
			${isReading ? this.#tabs(tab) : this.#heading()}
			${tab === 'themes' ? this.#themes(info?.toSort ?? 0) : this.#outline()}
			${
				jobs.running.length === 0
					? nothing
					: html`<cp-job-list
							.jobs=${jobs.running}
							@job-cancel=${(event: HTMLElementEventMap['job-cancel']) =>
								this.state.attempt(() => jobs.cancel(event.job))}
						></cp-job-list>`
			}
		`
	}

	#place(icon: IconName, label: string, route: Route, count: number | null) {
		const here = this.state.router.route
		const isHere =
			here.view === route.view &&
			(here.view !== 'passages' || (here.query.theme === undefined && here.query.toSort === undefined))
		return html`<li>
			<button
				type="button"
				class="place"
				aria-current=${isHere ? 'page' : nothing}
				@click=${() => this.state.router.go(route)}
			>
				<cp-icon .name=${icon}></cp-icon>
				<span class="label">${label}</span>
				${count === null ? nothing : html`<span class="count">${count.toLocaleString('en')}</span>`}
			</button>
		</li>`
	}

	#heading() {
		return html`<div class="head">
			<h2>Themes</h2>
			${this.#addButton()}
		</div>`
	}

	#addButton() {
		return html`<button type="button" class="icon add" aria-label="New theme" title="New theme" @click=${this.#add}>
			<cp-icon name="plus"></cp-icon>
		</button>`
	}

	#tabs(tab: Tab) {
		return html`<div class="head">
			<div role="tablist" aria-label="Sidebar" @keydown=${this.#tabKeys}>
				${this.#tab('themes', 'Themes', tab)} ${this.#tab('outline', 'Outline', tab)}
			</div>
			${tab === 'themes' ? this.#addButton() : nothing}
		</div>`
	}

	#tab(tab: Tab, label: string, shown: Tab) {
		return html`<button
			type="button"
			role="tab"
			id="tab-${tab}"
			aria-controls="panel"
			aria-selected=${tab === shown}
			tabindex=${tab === shown ? 0 : -1}
			@click=${() => {
				this.tab = tab
			}}
		>
			${label}
		</button>`
	}

	#tabKeys(event: KeyboardEvent): void {
		if (event.altKey || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return
		event.preventDefault()
		void this.toggleOutline()
	}

	#themes(toSort: number) {
		const { route } = this.state.router
		const query = route.view === 'passages' ? route.query : null
		return html`<section id="panel" aria-label="Themes">
			<button
				type="button"
				class="place sort"
				aria-current=${query?.toSort ? 'page' : nothing}
				@click=${() => this.state.commands.run('view.toSort')}
			>
				<cp-icon name="inbox"></cp-icon>
				<span class="label">To sort</span>
				<span class="count">${toSort.toLocaleString('en')}</span>
			</button>
			${this.adding ? this.#form() : nothing} ${this.#tree(query?.theme ?? null)}
		</section>`
	}

	#form() {
		return html`<div class="forms">
			<input
				id="new-theme"
				aria-label="Name of the new theme"
				placeholder="New theme"
				maxlength="500"
				@keydown=${this.#formKeys}
				@blur=${this.#endAdding}
			/>
		</div>`
	}

	#tree(current: ThemeId | null) {
		const { themes } = this.state
		if (themes.status === 'failed') return html`<p class="empty problem">${themes.problem}</p>`
		if (themes.all.length === 0)
			return themes.status === 'ready' && !this.adding
				? html`<p class="empty">Themes gather passages from all documents.</p>`
				: nothing
		if (this.#rowsOf !== themes.all) {
			this.#rowsOf = themes.all
			this.#rows = themeRows(themes)
		}
		const actions = themeActions(this.state, (theme) => this.tree?.rename(theme))
		return html`<cp-theme-tree
			.rows=${this.#rows}
			.current=${current}
			@theme-open=${(event: HTMLElementEventMap['theme-open']) => actions.open(event.theme)}
			@theme-menu=${(event: HTMLElementEventMap['theme-menu']) => actions.menu(event.theme, event.at)}
			@theme-rename=${(event: HTMLElementEventMap['theme-rename']) => actions.rename(event.theme, event.name)}
			@theme-move=${(event: HTMLElementEventMap['theme-move']) =>
				actions.move(event.theme, event.parent, event.before)}
			@theme-remove=${(event: HTMLElementEventMap['theme-remove']) => actions.remove(event.theme)}
		></cp-theme-tree>`
	}

	#outline() {
		const { reading, router } = this.state
		const { route } = router
		if (reading.outline.length === 0)
			return html`<section id="panel" role="tabpanel" aria-labelledby="tab-outline">
				<p class="empty">This document has no headings.</p>
			</section>`
		const top = Math.min(...reading.outline.map((entry) => entry.level))
		return html`<section id="panel" role="tabpanel" aria-labelledby="tab-outline">
			<ul>
				${reading.outline.map(
					(entry, index) => html`<li>
						<button
							type="button"
							class="place entry"
							style="--depth: ${entry.level - top}"
							title=${entry.title}
							aria-current=${index === reading.current ? 'location' : nothing}
							@click=${() =>
								route.view === 'reading' &&
								router.go({ ...route, at: { kind: 'offset', offset: entry.start } })}
						>
							<span class="label">${entry.title}</span>
						</button>
					</li>`,
				)}
			</ul>
		</section>`
	}

	async #add(): Promise<void> {
		this.adding = true
		await this.updateComplete
		this.newTheme?.focus()
	}

	#formKeys(event: KeyboardEvent): void {
		if (event.key !== 'Enter' && event.key !== 'Escape') return
		event.preventDefault()
		event.stopPropagation()
		if (event.key === 'Escape' && this.newTheme) this.newTheme.value = ''
		void this.#endAdding()
		this.renderRoot.querySelector<HTMLElement>('button.add')?.focus()
	}

	/** "trade/tariffs" makes both; `\/` is a slash in a name. */
	async #endAdding(): Promise<void> {
		const path = this.newTheme?.value.trim() ?? ''
		if (!this.adding) return
		this.adding = false
		if (path !== '') await this.state.attempt(() => this.state.client.call('themes.path', { path }))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-sidebar': Sidebar
	}
}
