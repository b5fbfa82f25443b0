import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { controls } from './controls.ts'
import './icon.ts'

/** One condition of a query, as it is shown. */
export interface QueryChip {
	readonly key: string
	readonly label: string
	/** A theme's tint and dot: see `hueStyle`. */
	readonly hueStyle?: string
}

/** The reader takes a condition away. */
export class ChipRemoveEvent extends Event {
	static readonly type = 'chip-remove'
	readonly key: string

	constructor(key: string) {
		super(ChipRemoveEvent.type)
		this.key = key
	}
}

/** Words to be found, as they are typed. */
export class QueryWordsEvent extends Event {
	static readonly type = 'query-words'
	readonly words: string

	constructor(words: string) {
		super(QueryWordsEvent.type)
		this.words = words
	}
}

/**
 * The query line: what narrows the passages, a field for words, and how many there are.
 *
 * @event chip-remove - a chip's cross, or Backspace in the empty field for the last one
 * @event query-words - with every letter
 */
@customElement('cp-query-chips')
export class QueryChips extends LitElement {
	static override styles = [
		controls,
		css`
			.line {
				display: flex;
				flex-wrap: wrap;
				align-items: center;
				gap: 6px var(--s2);
				min-height: 38px;
				padding: 4px var(--s3);
				background: var(--raised);
				border: 1px solid var(--line);
				border-radius: 8px;
			}
			.line:focus-within {
				border-color: var(--focus);
			}
			.chip {
				display: inline-flex;
				align-items: center;
				gap: 6px;
				min-height: 26px;
				max-width: 100%;
				padding: 0 2px 0 8px;
				border-radius: var(--radius);
				background: var(--pressed);
				font-weight: 600;
				font-size: 12px;
			}
			.chip.tinted {
				color: oklch(var(--name-l) var(--name-c) var(--hue));
				background: oklch(var(--tint-l) var(--tint-c) var(--hue));
			}
			.chip span:not(.dot) {
				overflow: hidden;
				text-overflow: ellipsis;
				white-space: nowrap;
				max-width: 280px;
			}
			.chip button {
				min-height: 24px;
				width: 24px;
				color: inherit;
				--icon-size: 12px;
			}
			input:not([type='checkbox']) {
				flex: 1 1 120px;
				width: auto;
				min-width: 80px;
				min-height: 28px;
				padding: 0;
				border: 0;
				background: none;
			}
			input:focus-visible {
				outline: none;
			}
			.count {
				color: var(--ink-2);
				font-size: 12px;
				white-space: nowrap;
			}
			.lead {
				color: var(--ink-2);
			}
		`,
	]

	@property({ attribute: false }) chips: readonly QueryChip[] = []
	@property() words = ''
	/** "4 passages in 3 documents" */
	@property() count = ''

	override render(): TemplateResult {
		return html`<div class="line">
			<cp-icon class="lead" name="search"></cp-icon>
			${this.chips.map(
				(
					chip,
				) => html`<span class=${chip.hueStyle ? 'chip tinted' : 'chip'} style=${chip.hueStyle ?? nothing}>
					${chip.hueStyle ? html`<span class="dot"></span>` : nothing}<span title=${chip.label}>${chip.label}</span>
					<button
						class="icon"
						aria-label="Without “${chip.label}”"
						title="Take away"
						@click=${() => this.dispatchEvent(new ChipRemoveEvent(chip.key))}
					>
						<cp-icon name="close"></cp-icon>
					</button>
				</span>`,
			)}
			<input
				type="text"
				aria-label="Words in quotes and notes"
				placeholder="Words in quotes and notes"
				.value=${this.words}
				@input=${(event: InputEvent) => {
					if (event.target instanceof HTMLInputElement)
						this.dispatchEvent(new QueryWordsEvent(event.target.value))
				}}
				@keydown=${this.onKey}
			/>
			<span class="count" role="status">${this.count}</span>
		</div>`
	}

	private onKey(event: KeyboardEvent): void {
		const last = this.chips.at(-1)
		if (event.key === 'Backspace' && this.words === '' && last)
			this.dispatchEvent(new ChipRemoveEvent(last.key))
		else if (event.key === 'Escape' && this.words !== '') {
			event.stopPropagation()
			this.dispatchEvent(new QueryWordsEvent(''))
		}
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-query-chips': QueryChips
	}
	interface HTMLElementEventMap {
		'chip-remove': ChipRemoveEvent
		'query-words': QueryWordsEvent
	}
}
