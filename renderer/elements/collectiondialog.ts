import { css, html, LitElement, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { live } from 'lit/directives/live.js'
import type { Collection, DocumentRow } from '../../corpus/entities.ts'
import type { CollectionId } from '../../corpus/ids.ts'
import { controls } from './controls.ts'
import './dialog.ts'
import './icon.ts'

/** The documents are to be in a collection, or no longer in it. */
export class CollectionPickEvent extends Event {
	static readonly type = 'collection-pick'
	readonly collection: CollectionId
	readonly included: boolean

	constructor(collection: CollectionId, included: boolean) {
		super(CollectionPickEvent.type)
		this.collection = collection
		this.included = included
	}
}

/** The documents are to be in a new collection. */
export class CollectionCreateEvent extends Event {
	static readonly type = 'collection-create'
	readonly name: string

	constructor(name: string) {
		super(CollectionCreateEvent.type)
		this.name = name
	}
}

/**
 * Which collections the documents are in: ticks for all, dashes for some of them; and a new one.
 *
 * @event collection-pick - a collection was ticked or not
 * @event collection-create - a new one was named
 * @event cp-close
 */
@customElement('cp-collection-dialog')
export class CollectionDialog extends LitElement {
	static override styles = [
		controls,
		css`
			ul {
				list-style: none;
				margin: 0 0 var(--s4);
				padding: 0;
				max-block-size: 40vh;
				overflow: auto;
			}
			label.check {
				min-height: 32px;
				overflow-wrap: anywhere;
			}
			form {
				display: flex;
				align-items: end;
				gap: var(--s2);
				padding-block-end: 2px;
			}
			.field {
				flex: 1;
			}
		`,
	]

	@property({ attribute: false }) collections: readonly Collection[] = []
	@property({ attribute: false }) documents: readonly DocumentRow[] = []
	@state() private name = ''

	override render(): TemplateResult {
		const count = this.documents.length
		return html`<cp-dialog
			.heading=${count === 1 ? 'Collections of this document' : `Collections of ${count} documents`}
			@cp-close=${() => this.dispatchEvent(new Event('cp-close'))}
		>
			<ul>
				${this.collections.map((collection) => this.line(collection))}
			</ul>
			<form @submit=${this.create}>
				<label class="field">
					<span>New collection</span>
					<input
						type="text"
						maxlength="1000"
						autofocus
						.value=${this.name}
						@input=${(event: InputEvent) => {
							if (event.target instanceof HTMLInputElement) this.name = event.target.value
						}}
					/>
				</label>
				<button type="submit" ?disabled=${this.name.trim() === ''}><cp-icon name="plus"></cp-icon>Create</button>
			</form>
			<button slot="footer" class="primary" @click=${() => this.dispatchEvent(new Event('cp-close'))}>Done</button>
		</cp-dialog>`
	}

	private line(collection: Collection): TemplateResult {
		const inside = this.documents.filter((row) => row.collections.includes(collection.id)).length
		const all = inside === this.documents.length && inside > 0
		return html`<li>
			<label class="check">
				<input
					type="checkbox"
					.checked=${live(all)}
					.indeterminate=${live(inside > 0 && !all)}
					@change=${() => this.dispatchEvent(new CollectionPickEvent(collection.id, !all))}
				/>
				${collection.name}
			</label>
		</li>`
	}

	private create(event: Event): void {
		event.preventDefault()
		const name = this.name.trim()
		if (name === '') return
		this.name = ''
		this.dispatchEvent(new CollectionCreateEvent(name))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-collection-dialog': CollectionDialog
	}
	interface HTMLElementEventMap {
		'collection-pick': CollectionPickEvent
		'collection-create': CollectionCreateEvent
	}
}
