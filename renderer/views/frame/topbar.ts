import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { type CommandId, commands, type MenuName } from '../../../corpus/commands.ts'
import { keysOf } from '../../../corpus/shortcuts.ts'
import { keyLabel } from '../../commands/keylabel.ts'
import { commandIds } from '../../commands/registry.ts'
import { controls } from '../../elements/controls.ts'
import type { MenuEntry } from '../../elements/menu.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import { placeTitle } from './placetitle.ts'
import '../../elements/icon.ts'

/** The menus of the table that the ⋯ button shows; what belongs to a passage has its own places. */
const menus: readonly MenuName[] = ['File', 'Edit', 'View', 'Help']

/** Back and Forward, where the reader is, the one box for search and commands, the menu. */
@customElement('cp-top-bar')
export class TopBar extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host {
				display: grid;
				grid-template-columns: auto minmax(0, 1fr) auto auto auto;
				align-items: center;
				gap: var(--s1);
				height: var(--bar);
				padding-inline: 10px 6px;
				border-block-end: 1px solid var(--line);
			}
			.moves { display: flex; min-width: calc(var(--side) - 10px); }
			.place { display: flex; justify-content: center; gap: var(--s2); min-width: 0; margin: 0; font-weight: 600; font-size: var(--size-2); padding-inline: var(--s2); }
			.title { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
			.progress { color: var(--ink-2); font-weight: 400; white-space: nowrap; font-variant-numeric: tabular-nums; }
			button.search {
				width: min(340px, 36vw);
				min-height: 30px;
				justify-content: flex-start;
				padding-inline: 10px;
				font-weight: 400;
				color: var(--ink-2);
				background: var(--sunk);
				border-color: transparent;
			}
			button.search:hover { background: var(--pressed); }
			.hint { flex: 1; min-width: 0; text-align: start; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; font-size: var(--size-2); }
			@media (max-width: 1099px) {
				.moves { min-width: 0; }
			}
			@media (max-width: 700px) {
				button.search { width: 32px; padding: 0; justify-content: center; }
				.hint, kbd { display: none; }
			}
			@media (forced-colors: active) {
				button.search { border-color: ButtonBorder; }
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@property({ type: Boolean }) mac = false
	/** The sidebar is out of sight: its button appears here. */
	@property({ type: Boolean }) sidebarHidden = false

	constructor() {
		super()
		watch(this, () => [
			this.state.router,
			this.state.reading,
			this.state.documents,
			this.state.themes,
			this.state.settings,
		])
	}

	override render() {
		const { router, reading } = this.state
		const isReading = router.route.view === 'reading'
		return html`
			<div class="moves">
				${this.sidebarHidden ? this.#button('sidebar.toggle', 'sidebar', 'Sidebar') : nothing}
				${this.#button('go.back', 'chevronLeft', 'Back', !router.canGoBack)}
				${this.#button('go.forward', 'chevronRight', 'Forward', !router.canGoForward)}
			</div>
			<p class="place">
				<span class="title" title=${placeTitle(this.state)}>${placeTitle(this.state)}</span>
				${isReading ? html`<span class="progress">${Math.round(reading.progress * 100)} %</span>` : nothing}
			</p>
			${isReading && reading.shown !== 'only text' ? this.#pages(reading.shown === 'pages') : html`<span></span>`}
			<button
				type="button"
				class="search"
				title=${this.#tooltip('palette.open')}
				aria-label="Search or command ${this.#keys('palette.open')}"
				aria-haspopup="dialog"
				@click=${() => this.state.commands.run('palette.open')}
			>
				<cp-icon name="search"></cp-icon>
				<span class="hint">Search or command</span>
				<kbd>${this.#keys('palette.open')}</kbd>
			</button>
			<button type="button" class="icon" aria-label="Menu" title="Menu" aria-haspopup="menu" @click=${this.#menu}>
				<cp-icon name="more"></cp-icon>
			</button>
		`
	}

	#button(
		command: CommandId,
		icon: 'sidebar' | 'chevronLeft' | 'chevronRight',
		label: string,
		disabled = false,
	) {
		return html`<button
			type="button"
			class="icon"
			aria-label=${label}
			title=${this.#tooltip(command)}
			?disabled=${disabled}
			@click=${() => this.state.commands.run(command)}
		>
			<cp-icon .name=${icon}></cp-icon>
		</button>`
	}

	#pages(shown: boolean) {
		return html`<button
			type="button"
			class="icon"
			aria-label="Page view"
			aria-pressed=${shown}
			title=${this.#tooltip('pages.toggle')}
			@click=${() => this.state.commands.run('pages.toggle')}
		>
			<cp-icon name="pages"></cp-icon>
		</button>`
	}

	#keys(command: CommandId): string {
		const [key] = keysOf(command, this.state.settings.value.keys)
		return key === undefined ? '' : keyLabel(key, this.mac)
	}

	#tooltip(command: CommandId): string {
		const keys = this.#keys(command)
		return keys === '' ? commands[command].title : `${commands[command].title} (${keys})`
	}

	#menu(event: Event): void {
		if (!(event.currentTarget instanceof Element)) return
		const entries = menus.flatMap((menu): MenuEntry[] => {
			const items = this.#items(menu)
			return items.length === 0 ? [] : [{ kind: 'heading', label: menu }, ...items]
		})
		this.state.menus.show('Menu', event.currentTarget, entries)
	}

	#items(menu: MenuName): readonly MenuEntry[] {
		const { commands: registry } = this.state
		return commandIds
			.filter((id) => commands[id].menu === menu && commands[id].where !== 'text' && registry.isEnabled(id))
			.map((id) => ({
				kind: 'item',
				label: commands[id].title,
				keys: this.#keys(id),
				run: () => registry.run(id),
			}))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-top-bar': TopBar
	}
}
