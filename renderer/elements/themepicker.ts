import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, query, state } from 'lit/decorators.js'
import { type FuzzyMatch, type FuzzyName, fuzzyMatch, fuzzyNames } from '../../corpus/fuzzy.ts'
import type { ThemeId } from '../../corpus/ids.ts'
import type { Range } from '../../corpus/range.ts'
import { isSameThemeName, parseThemePath, pathText } from '../../corpus/themetree.ts'
import { controls } from './controls.ts'
import type { Option, OptionList } from './optionlist.ts'
import { ThemeCreateEvent, ThemeDropEvent, ThemePickEvent } from './passageevents.ts'
import { hueStyle, type ThemeLook } from './themelook.ts'
import './icon.ts'
import './optionlist.ts'

/** Options drawn at most: who looks for more types another letter. */
const shown = 60

/**
 * Puts a theme on a passage by typing parts of its name; makes it where it is missing. Enter takes the best
 * match, a theme that the passage has already is taken off by choosing it.
 *
 * @event theme-pick
 * @event theme-create
 * @event theme-drop
 * @event cp-close - Esc, or the focus went elsewhere
 */
@customElement('cp-theme-picker')
export class ThemePicker extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; width: 320px; max-width: calc(100vw - 16px); }
			.box {
				display: flex;
				flex-direction: column;
				max-height: 340px;
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 8px;
				box-shadow: var(--shadow);
				overflow: hidden;
			}
			cp-option-list { min-height: 0; }
		`,
	]

	/** In the order of the tree. */
	@property({ attribute: false }) themes: readonly ThemeLook[] = []
	/** The digit that each pinned theme has. */
	@property({ attribute: false }) pins: ReadonlyMap<ThemeId, number> = new Map()
	/** Those the reader used last, the latest first: they come first while nothing is typed. */
	@property({ attribute: false }) recent: readonly ThemeId[] = []
	/** Those that the passage has. */
	@property({ attribute: false }) chosen: readonly ThemeId[] = []
	@state() private typed = ''
	/** Px that the box had at its tallest: it keeps them, for where it stands above a text its top would move. */
	@state() private tallest = 0
	@query('.box') private readonly box!: HTMLElement | null
	@query('cp-option-list') private readonly list!: OptionList | null

	private names: readonly FuzzyName<ThemeLook>[] = []
	private namesOf: readonly ThemeLook[] | null = null

	override focus(): void {
		void this.updateComplete.then(() => this.list?.updateComplete).then(() => this.list?.focus())
	}

	override render(): TemplateResult {
		const matches = this.found
		const options = [...matches.slice(0, shown).map((match) => this.option(match)), ...this.creation(matches)]
		return html`<div
			class="box"
			style="min-height: ${this.tallest}px"
			@keydown=${this.onKey}
			@focusout=${this.onFocusOut}
		>
			<cp-option-list
				label="Theme"
				placeholder="Theme, or a new one"
				.query=${this.typed}
				.groups=${[{ key: 'themes', label: '', options }]}
				.status=${options.length === 0 ? 'Type a name to make the first theme.' : ''}
				@option-query=${(event: HTMLElementEventMap['option-query']) => {
					this.tallest = Math.max(this.tallest, this.box?.offsetHeight ?? 0)
					this.typed = event.query
				}}
			></cp-option-list>
		</div>`
	}

	private get found(): readonly FuzzyMatch<ThemeLook>[] {
		if (this.namesOf !== this.themes) {
			this.namesOf = this.themes
			this.names = fuzzyNames(this.themes, (theme) => pathText(theme.path))
		}
		const matches = fuzzyMatch(this.typed, this.names)
		if (this.typed.trim() !== '') return matches
		const rank = (theme: ThemeLook) => {
			const at = this.recent.indexOf(theme.id)
			return at < 0 ? this.recent.length : at
		}
		return matches.toSorted((a, b) => rank(a.item) - rank(b.item))
	}

	private option({ item, ranges }: FuzzyMatch<ThemeLook>): Option {
		const has = this.chosen.includes(item.id)
		const pin = this.pins.get(item.id)
		return {
			key: item.id,
			content: html`<span class="lead"
					>${
						has
							? html`<cp-icon name="check"></cp-icon>`
							: html`<span class="dot" style=${hueStyle(item.hue)}></span>`
					}</span
				>
				<span class="text two">${emphasised(pathText(item.path), ranges)}</span>
				${has ? html`<span class="where">take off</span>` : pin === undefined ? '' : html`<kbd>${pin}</kbd>`}`,
			run: () => this.dispatchEvent(has ? new ThemeDropEvent(item.id) : new ThemePickEvent(item.id)),
		}
	}

	/** Offered unless a theme has this very name; first where nothing else fits. */
	private creation(matches: readonly FuzzyMatch<ThemeLook>[]): readonly Option[] {
		const names = parseThemePath(this.typed)
		if (names.length === 0) return []
		const isThere = matches.some(
			({ item }) =>
				isSameThemeName(item.name, this.typed) ||
				(item.path.length === names.length &&
					item.path.every((name, at) => isSameThemeName(name, names[at] ?? ''))),
		)
		if (isThere) return []
		return [
			{
				key: 'create',
				content: html`<span class="lead"><cp-icon name="plus"></cp-icon></span>
					<span class="text">New theme “${pathText(names)}”</span>`,
				run: () => this.dispatchEvent(new ThemeCreateEvent(this.typed.trim())),
			},
		]
	}

	private onKey(event: KeyboardEvent): void {
		if (event.key !== 'Escape' && event.key !== 'Tab') return
		event.preventDefault()
		event.stopPropagation()
		this.close()
	}

	private onFocusOut(event: FocusEvent): void {
		const next = event.relatedTarget
		if (next instanceof Node && !this.contains(next) && !this.renderRoot.contains(next)) this.close()
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

function emphasised(name: string, ranges: readonly Range[]): readonly (string | TemplateResult)[] {
	const parts: (string | TemplateResult)[] = []
	let at = 0
	for (const { start, end } of ranges) {
		parts.push(name.slice(at, start), html`<mark>${name.slice(start, end)}</mark>`)
		at = end
	}
	return [...parts, name.slice(at)]
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-theme-picker': ThemePicker
	}
}
