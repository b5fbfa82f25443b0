import { html, LitElement, nothing, type PropertyValues } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { ThemeId } from '../../corpus/ids.ts'
import { controls } from './controls.ts'
import { hueStyle } from './themelook.ts'
import { type DropPlace, dropTarget, stepTarget, type ThemeRow, visibleRows } from './themerows.ts'
import {
	ThemeMenuEvent,
	ThemeMoveEvent,
	ThemeOpenEvent,
	ThemeRemoveEvent,
	ThemeRenameEvent,
} from './themetree.events.ts'
import { themeTreeStyles } from './themetree.styles.ts'
import './icon.ts'

const dragType = 'application/x-commonplace-theme'

/**
 * The themes as a tree. Keys: ↑ ↓ Home End and first letters move, → ← unfold, fold or go to the parent,
 * Enter opens, F2 renames, Delete removes, Alt+↑ ↓ moves among siblings, the menu key asks for the menu.
 * Rows can be dragged before, into and after each other.
 *
 * @event theme-open - Enter or a click
 * @event theme-menu - right click or menu key
 * @event theme-rename - a new name was typed
 * @event theme-move - dragged, or moved by Alt+↑ ↓
 * @event theme-remove - Delete
 */
@customElement('cp-theme-tree')
export class ThemeTree extends LitElement {
	static override readonly styles = [controls, themeTreeStyles]

	/** All rows, depth first, those under folded ones too. */
	@property({ attribute: false }) rows: readonly ThemeRow[] = []
	/** The theme whose passages are shown. */
	@property({ attribute: false }) current: ThemeId | null = null
	@property() label = 'Themes'

	@state() private active: ThemeId | null = null
	@state() private folded: ReadonlySet<ThemeId> = new Set()
	@state() private renaming: ThemeId | null = null
	@state() private drop: { readonly onto: ThemeId; readonly place: DropPlace } | null = null
	@query('input') private readonly input!: HTMLInputElement | null

	/** Whether the keyboard was here before the last drawing. */
	#hadFocus = false
	#dragged: ThemeId | null = null
	#typed = ''
	#typedAt = 0

	/** Lets the reader type another name for a theme. */
	async rename(theme: ThemeId): Promise<void> {
		this.active = theme
		this.renaming = theme
		await this.updateComplete
		this.input?.focus()
		this.input?.select()
	}

	override focus(): void {
		this.#rowElement(this.#tabStop)?.focus()
	}

	override render() {
		return html`<div role="tree" aria-label=${this.label} @keydown=${this.#keys} @dragleave=${this.#dragLeft}>
			${repeat(
				this.#visible,
				(row) => row.id,
				(row) => this.#row(row),
			)}
		</div>`
	}

	#row(row: ThemeRow) {
		const open = !this.folded.has(row.id)
		const drop = this.drop?.onto === row.id ? `drop-${this.drop.place}` : ''
		const kind = [row.depth > 0 ? 'deep' : '', row.id === this.current ? 'current' : '', drop].join(' ')
		const renaming = this.renaming === row.id
		return html`<div
			class="row ${kind}"
			role="treeitem"
			id="row-${row.id}"
			style="${hueStyle(row.hue)}; --depth: ${Math.min(row.depth, 6)}"
			title=${renaming ? nothing : row.name}
			tabindex=${row.id === this.#tabStop ? 0 : -1}
			aria-label="${row.name}, ${row.count}${row.pin === null ? '' : `, pinned to ${row.pin}`}"
			aria-level=${row.depth + 1}
			aria-posinset=${row.position}
			aria-setsize=${row.siblings}
			aria-expanded=${row.hasChildren ? open : nothing}
			aria-selected=${row.id === this.current}
			draggable=${renaming ? 'false' : 'true'}
			@click=${() => this.#open(row.id)}
			@focus=${() => {
				this.active = row.id
			}}
			@contextmenu=${(event: MouseEvent) => this.#menu(event, row.id)}
			@dragstart=${(event: DragEvent) => this.#dragStarted(event, row.id)}
			@dragover=${(event: DragEvent) => this.#draggedOver(event, row.id)}
			@drop=${(event: DragEvent) => this.#dropped(event)}
			@dragend=${this.#dragEnded}
		>
			<span
				class="mark ${row.hasChildren ? 'foldable' : ''}"
				@click=${(event: Event) => row.hasChildren && this.#toggle(event, row.id)}
			>
				${
					row.pin === null
						? html`<span class="dot"></span>`
						: html`<span class="pin tinted" data-digit=${row.pin}></span>`
				}
				${
					row.hasChildren
						? html`<cp-icon class="chevron" .name=${open ? 'chevronDown' : 'chevronRight'}></cp-icon>`
						: nothing
				}
			</span>
			${
				renaming
					? html`<input
							aria-label="Name of the theme"
							.value=${row.name}
							@click=${(event: Event) => event.stopPropagation()}
							@keydown=${(event: KeyboardEvent) => this.#renameKeys(event, row)}
							@blur=${() => this.#endRename(row, true)}
						/>`
					: html`<span class="label">${row.name}</span>
							<span class="count">${row.count.toLocaleString('en')}</span>`
			}
		</div>`
	}

	protected override willUpdate(changed: PropertyValues<this>): void {
		this.#hadFocus = this.shadowRoot?.activeElement != null
		const before = changed.get('rows')
		if (before) this.#leaveGone(before)
		if (changed.has('current') && this.current !== null) this.#unfoldAbove(this.current)
	}

	protected override updated(): void {
		if (this.#hadFocus && this.shadowRoot?.activeElement == null) this.focus()
	}

	/** Where the active theme is gone, the one that took its place is active. */
	#leaveGone(before: readonly ThemeRow[]): void {
		if (this.rows.some((row) => row.id === this.active)) return
		const at = before.findIndex((row) => row.id === this.active)
		this.active = at < 0 ? null : (this.rows[Math.min(at, this.rows.length - 1)]?.id ?? null)
	}

	get #visible(): readonly ThemeRow[] {
		return visibleRows(this.rows, this.folded)
	}

	/** Which row Tab reaches. */
	get #tabStop(): ThemeId | null {
		const visible = this.#visible
		const shown = (id: ThemeId | null) => visible.some((row) => row.id === id)
		if (shown(this.active)) return this.active
		return shown(this.current) ? this.current : (visible[0]?.id ?? null)
	}

	#rowElement(id: ThemeId | null): HTMLElement | null {
		return id === null ? null : this.renderRoot.querySelector<HTMLElement>(`#${CSS.escape(`row-${id}`)}`)
	}

	#unfoldAbove(id: ThemeId): void {
		const parents = new Map(this.rows.map((row) => [row.id, row.parent]))
		const folded = new Set(this.folded)
		for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) folded.delete(at)
		this.folded = folded
	}

	#open(theme: ThemeId): void {
		if (this.renaming === null) this.dispatchEvent(new ThemeOpenEvent(theme))
	}

	#toggle(event: Event, id: ThemeId): void {
		event.stopPropagation()
		this.#fold(id, !this.folded.has(id))
	}

	#fold(id: ThemeId, fold: boolean): void {
		const folded = new Set(this.folded)
		if (fold) folded.add(id)
		else folded.delete(id)
		this.folded = folded
	}

	#focusRow(row: ThemeRow | undefined): void {
		if (!row) return
		this.active = row.id
		this.#rowElement(row.id)?.focus()
	}

	#keys(event: KeyboardEvent): void {
		const visible = this.#visible
		const index = visible.findIndex((row) => row.id === this.active)
		const row = visible[index]
		if (!row || event.ctrlKey || event.metaKey || event.target instanceof HTMLInputElement) return
		if (event.altKey) {
			if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return
			const target = stepTarget(this.rows, row.id, event.key === 'ArrowUp' ? -1 : 1)
			if (target) this.dispatchEvent(new ThemeMoveEvent(row.id, target.parent, target.before))
		} else if (event.key === 'ArrowDown') this.#focusRow(visible[index + 1])
		else if (event.key === 'ArrowUp') this.#focusRow(visible[index - 1])
		else if (event.key === 'Home') this.#focusRow(visible[0])
		else if (event.key === 'End') this.#focusRow(visible.at(-1))
		else if (event.key === 'ArrowRight' && row.hasChildren) {
			if (this.folded.has(row.id)) this.#fold(row.id, false)
			else this.#focusRow(visible[index + 1])
		} else if (event.key === 'ArrowLeft') {
			if (row.hasChildren && !this.folded.has(row.id)) this.#fold(row.id, true)
			else this.#focusRow(visible.find(({ id }) => id === row.parent))
		} else if (event.key === 'Enter' || (event.key === ' ' && event.timeStamp - this.#typedAt > 700))
			this.#open(row.id)
		else if (event.key === 'F2') void this.rename(row.id)
		else if (event.key === 'Delete') this.dispatchEvent(new ThemeRemoveEvent(row.id))
		else if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
			const element = this.#rowElement(row.id)
			if (element) this.dispatchEvent(new ThemeMenuEvent(row.id, element))
		} else if (event.key.length === 1) this.#typeAhead(event, visible, index)
		else return
		event.preventDefault()
		event.stopPropagation()
	}

	#typeAhead(event: KeyboardEvent, visible: readonly ThemeRow[], index: number): void {
		this.#typed = event.timeStamp - this.#typedAt < 700 ? this.#typed + event.key : event.key
		this.#typedAt = event.timeStamp
		const from = this.#typed.length > 1 ? index : index + 1
		const around = [...visible.slice(from), ...visible.slice(0, from)]
		const typed = this.#typed.toLowerCase()
		this.#focusRow(around.find((row) => row.name.toLowerCase().startsWith(typed)))
	}

	#renameKeys(event: KeyboardEvent, row: ThemeRow): void {
		event.stopPropagation()
		if (event.key !== 'Enter' && event.key !== 'Escape') return
		event.preventDefault()
		this.#endRename(row, event.key === 'Enter')
		void this.updateComplete.then(() => this.#rowElement(row.id)?.focus())
	}

	#endRename(row: ThemeRow, keep: boolean): void {
		if (this.renaming !== row.id) return
		const name = this.input?.value.trim() ?? ''
		this.renaming = null
		if (keep && name !== '' && name !== row.name) this.dispatchEvent(new ThemeRenameEvent(row.id, name))
	}

	#menu(event: MouseEvent, theme: ThemeId): void {
		event.preventDefault()
		this.active = theme
		this.dispatchEvent(new ThemeMenuEvent(theme, { x: event.clientX, y: event.clientY }))
	}

	#dragStarted(event: DragEvent, theme: ThemeId): void {
		this.#dragged = theme
		event.dataTransfer?.setData(dragType, theme)
		if (event.dataTransfer) event.dataTransfer.effectAllowed = 'move'
	}

	#draggedOver(event: DragEvent, onto: ThemeId): void {
		if (this.#dragged === null || !(event.currentTarget instanceof HTMLElement)) return
		const box = event.currentTarget.getBoundingClientRect()
		const part = (event.clientY - box.top) / box.height
		const place: DropPlace = part < 0.25 ? 'before' : part > 0.75 ? 'after' : 'inside'
		if (!dropTarget(this.rows, this.#dragged, onto, place)) {
			this.drop = null
			return
		}
		event.preventDefault()
		this.drop = { onto, place }
	}

	#dropped(event: DragEvent): void {
		const { drop } = this
		if (!drop || this.#dragged === null) return
		event.preventDefault()
		const target = dropTarget(this.rows, this.#dragged, drop.onto, drop.place)
		if (target) this.dispatchEvent(new ThemeMoveEvent(this.#dragged, target.parent, target.before))
		this.#dragEnded()
	}

	#dragLeft(event: DragEvent): void {
		if (!(event.relatedTarget instanceof Node) || !this.renderRoot.contains(event.relatedTarget))
			this.drop = null
	}

	#dragEnded(): void {
		this.#dragged = null
		this.drop = null
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-theme-tree': ThemeTree
	}
}
