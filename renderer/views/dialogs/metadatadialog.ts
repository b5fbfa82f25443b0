import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { Metadata, MetadataField } from '../../../corpus/metadata.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/dialog.ts'
import '../../elements/ownfields.ts'
import { documents as countDocuments } from '../counts.ts'
import { type Common, commonText, patchOf, problemOf, readingOf, type Touched } from '../metadata/draft.ts'
import { type Field, fields, kinds } from '../metadata/fields.ts'
import { type OwnField, ownFieldsOf, ownNames, ownPatchOf, ownProblemOf } from '../metadata/ownfields.ts'

/**
 * Edits what is known about one document, or about many at once: fields in which they differ say so, and
 * only fields that are touched change.
 *
 * @event cp-close
 */
@customElement('cp-metadata-dialog')
export class MetadataDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 720px;
			}
			form {
				display: grid;
				grid-template-columns: 1fr 1fr;
				gap: var(--s3);
				padding-block: 2px;
			}
			.field {
				grid-column: 1 / -1;
				align-content: start;
			}
			.half {
				grid-column: auto;
			}
			cp-own-fields {
				grid-column: 1 / -1;
			}
			.field > label {
				color: var(--ink-2);
				font-size: var(--size-1);
			}
			.touched > label::after {
				content: ' ·  changed';
				color: var(--accent);
			}
			.hint,
			.problem {
				overflow-wrap: anywhere;
			}
			.problem {
				font-weight: 600;
			}
			[aria-invalid='true']:is(input, textarea) {
				border-color: var(--danger);
			}
			@media (max-width: 560px) {
				.half {
					grid-column: 1 / -1;
				}
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) documents: readonly DocumentId[] = []
	@state() private touched: Touched = new Map()
	/** The rows of the reader's own fields; null: as the documents have them. */
	@state() private own: readonly OwnField[] | null = null
	@state() private busy = false

	constructor() {
		super()
		watch(this, () => [this.state.documents])
	}

	private get metadata(): readonly Metadata[] {
		return this.documents.flatMap((id) => this.state.documents.get(id)?.metadata ?? [])
	}

	override render(): TemplateResult {
		const metadata = this.metadata
		const own = this.own ?? ownFieldsOf(metadata)
		return html`<cp-dialog
			heading=${metadata.length === 1 ? 'Metadata' : `Metadata of ${countDocuments(metadata.length)}`}
			?busy=${this.busy}
			@cp-close=${() => this.leave()}
		>
			${
				metadata.length > 1
					? html`<p class="hint">Only fields that you touch change, in all of them.</p>`
					: nothing
			}
			<form @submit=${this.save} @keydown=${this.onKey}>
				${fields.map((field, index) => this.field(field, commonText(metadata, field), index === 0))}
				<cp-own-fields
					.rows=${own}
					.names=${ownNames(this.state.documents.all.map((row) => row.metadata))}
					.problems=${own.map((row) => ownProblemOf(row, own))}
					@own-fields=${(event: HTMLElementEventMap['own-fields']) => {
						this.own = event.rows
					}}
				></cp-own-fields>
			</form>
			<button slot="footer" @click=${() => this.leave()}>Cancel</button>
			<button
				slot="footer"
				class="primary"
				?disabled=${this.isUntouched || this.busy}
				@click=${this.save}
			>
				Save
			</button>
		</cp-dialog>`
	}

	private field(field: Field, common: Common, first: boolean): TemplateResult {
		const typed = this.touched.get(field.name)
		const text = typed ?? (common.kind === 'one' ? common.text : '')
		const several = typed === undefined && common.kind === 'several'
		const problem = typed === undefined ? null : problemOf(field, text)
		// Names as they are need no words, unless there is something in them that the reader did not write.
		const isPlain = typed === undefined && field.kind === 'names' && !text.includes('{')
		const reading = isPlain ? null : readingOf(field, text)
		const described = problem ?? reading
		const classes = `field${field.half ? ' half' : ''}${typed === undefined ? '' : ' touched'}`
		return html`<div class=${classes}>
			<label for="field-${field.name}">${field.label}</label>
			${this.control(field, text, several ? 'several' : (field.example ?? ''), described !== null, problem !== null, first)}
			${
				described === null
					? nothing
					: html`<span id="said-${field.name}" class=${problem ? 'problem' : 'hint'} role="status">${described}</span>`
			}
		</div>`
	}

	private control(
		field: Field,
		text: string,
		placeholder: string,
		described: boolean,
		wrong: boolean,
		first: boolean,
	): TemplateResult {
		const said = described ? `said-${field.name}` : nothing
		if (field.kind === 'type') return this.kindField(field, text, placeholder === 'several')
		if (field.kind === 'prose')
			return html`<textarea
				id="field-${field.name}"
				rows="3"
				placeholder=${placeholder}
				aria-describedby=${said}
				aria-invalid=${wrong}
				.value=${text}
				@input=${(event: InputEvent) => this.touch(field.name, event)}
			></textarea>`
		return html`<input
			id="field-${field.name}"
			type="text"
			?autofocus=${first}
			placeholder=${placeholder}
			aria-describedby=${said}
			aria-invalid=${wrong}
			.value=${text}
			@input=${(event: InputEvent) => this.touch(field.name, event)}
		/>`
	}

	private kindField(field: Field, text: string, several: boolean): TemplateResult {
		const unusual = text !== '' && !(text in kinds)
		return html`<select id="field-${field.name}" @change=${(event: Event) => this.touch(field.name, event)}>
			${several ? html`<option value="" selected disabled>several</option>` : nothing}
			<option value="" ?selected=${text === '' && !several}>–</option>
			${Object.entries(kinds).map(
				([kind, label]) => html`<option value=${kind} ?selected=${kind === text}>${label}</option>`,
			)}
			${unusual ? html`<option value=${text} selected>${text}</option>` : nothing}
		</select>`
	}

	private touch(name: MetadataField, { target }: Event): void {
		if (
			target instanceof HTMLInputElement ||
			target instanceof HTMLTextAreaElement ||
			target instanceof HTMLSelectElement
		)
			this.touched = new Map([...this.touched, [name, target.value]])
	}

	private onKey(event: KeyboardEvent): void {
		const inLines = event.target instanceof HTMLTextAreaElement
		if (event.key !== 'Enter' || event.isComposing || (inLines && !event.ctrlKey && !event.metaKey)) return
		if (event.composedPath()[0] instanceof HTMLButtonElement) return
		event.preventDefault()
		void this.save(event)
	}

	private async save(event: Event): Promise<void> {
		event.preventDefault()
		if (this.isUntouched || this.busy) return
		const changes = patchOf(this.touched)
		const own = this.own === null ? {} : ownPatchOf(ownFieldsOf(this.metadata), this.own)
		if (changes === null || own === null) {
			// The field may be out of sight: the focus brings it and its sentence back.
			const wrong = '[aria-invalid="true"]'
			const rows = this.renderRoot.querySelector('cp-own-fields')?.renderRoot
			const field =
				this.renderRoot.querySelector<HTMLElement>(wrong) ?? rows?.querySelector<HTMLElement>(wrong)
			field?.focus()
			return
		}
		const patch = Object.keys(own).length > 0 ? { ...changes, fields: own } : changes
		this.busy = true
		const done = await this.state.attempt(async () => {
			await this.state.client.call('documents.edit', { ids: [...this.documents], patch })
			return true
		})
		this.busy = false
		if (done) this.close()
	}

	private get isUntouched(): boolean {
		return this.touched.size === 0 && this.own === null
	}

	/** What the fields say is not what the documents say. */
	private get isChanged(): boolean {
		const { metadata } = this
		const own = this.own === null ? {} : ownPatchOf(ownFieldsOf(metadata), this.own)
		if (own === null || Object.keys(own).length > 0) return true
		return fields.some((field) => {
			const text = this.touched.get(field.name)
			if (text === undefined) return false
			const common = commonText(metadata, field)
			return common.kind === 'several' || common.text !== text
		})
	}

	/** Asks before what was typed is dropped. */
	private async leave(): Promise<void> {
		if (this.isChanged) {
			const sure = await this.state.dialogs.confirm({
				heading: 'Leave without saving?',
				text: 'What you changed in the metadata is lost.',
				action: 'Leave',
				danger: true,
			})
			if (!sure) return
		}
		this.close()
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-metadata-dialog': MetadataDialog
	}
}
