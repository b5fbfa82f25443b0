import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { repeat } from 'lit/directives/repeat.js'
import type { Component } from '../../corpus/components.ts'
import { foldForIndex } from '../../corpus/folding.ts'
import { controls } from './controls.ts'
import './icon.ts'

/** Whose work the program carries: a line each, which opens on its licence. A field above narrows the list. */
@customElement('cp-component-list')
export class ComponentList extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; }
			.filter { display: flex; align-items: center; gap: var(--s3); }
			.filter input:not([type='checkbox']) { width: 260px; min-width: 0; min-height: 30px; }
			ul { margin: var(--s2) 0 0; padding: 0; list-style: none; border-block-start: 1px solid var(--line); }
			li { border-block-end: 1px solid var(--line); }
			summary {
				display: grid;
				grid-template-columns: 14px minmax(0, 1fr) 88px minmax(96px, 200px);
				gap: var(--s3);
				padding: 6px var(--s2);
				overflow-wrap: anywhere;
				cursor: default;
			}
			summary:hover { background: var(--hover); }
			summary:focus-visible { outline-offset: -2px; }
			summary cp-icon { --icon-size: 14px; align-self: center; color: var(--ink-2); }
			details[open] cp-icon { rotate: 90deg; }
			.version, .licence { color: var(--ink-2); }
			.version { font-variant-numeric: tabular-nums; }
			pre {
				margin: 0 var(--s2) var(--s3);
				padding: var(--s3);
				font: 12px / 1.5 ui-monospace, 'SFMono-Regular', 'DejaVu Sans Mono', monospace;
				white-space: pre-wrap;
				overflow-wrap: anywhere;
				background: var(--sunk);
				border-radius: var(--radius);
				user-select: text;
			}
			@container (max-width: 480px) {
				summary { grid-template-columns: 14px minmax(0, 1fr) auto; }
				.licence { grid-column: 2 / -1; }
			}
		`,
	]

	@property({ attribute: false }) components: readonly Component[] = []

	@state() private typed = ''
	/** Texts are drawn when they are opened: together they are long. */
	@state() private opened: ReadonlySet<Component> = new Set()

	override render() {
		const wanted = foldForIndex(this.typed)
		const found = this.components.filter(({ name, licence }) =>
			foldForIndex(`${name} ${licence}`).includes(wanted),
		)
		return html`
			<div class="filter">
				<input
					type="text"
					aria-label="Filter components"
					placeholder="Filter"
					.value=${this.typed}
					@input=${this.#input}
					@keydown=${this.#keys}
				/>
				<span class="hint" role="status">${found.length === 1 ? '1 component' : `${found.length} components`}</span>
			</div>
			<ul aria-label="Components">
				${repeat(
					found,
					(component) => component,
					(component) => this.#line(component),
				)}
			</ul>
		`
	}

	#line(component: Component) {
		const { name, version, licence, text } = component
		return html`<li>
			<details @toggle=${(event: Event) => this.#toggled(event, component)}>
				<summary>
					<cp-icon name="chevronRight"></cp-icon>
					<span>${name}</span>
					<span class="version">${version}</span>
					<span class="licence">${licence}</span>
				</summary>
				${this.opened.has(component) ? html`<pre>${text}</pre>` : nothing}
			</details>
		</li>`
	}

	#toggled({ target }: Event, component: Component): void {
		if (target instanceof HTMLDetailsElement && target.open)
			this.opened = new Set([...this.opened, component])
	}

	#input({ target }: Event): void {
		if (target instanceof HTMLInputElement) this.typed = target.value
	}

	/** Esc empties the field first; a second one is for whoever is around. */
	#keys(event: KeyboardEvent): void {
		if (event.key !== 'Escape' || this.typed === '') return
		event.preventDefault()
		event.stopPropagation()
		this.typed = ''
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-component-list': ComponentList
	}
}
