import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { PresetName, Template } from '../../../preload/calls/export.ts'
import type { Output } from '../../../preload/contract.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/dialog.ts'
import '../../elements/icon.ts'

type Part = 'document' | 'theme' | 'passage'
type Draft = Omit<Template, 'id'> & { readonly id: Template['id'] | null }
type Trial = Output<'templates.try'>

const parts: Readonly<Record<Part, string>> = {
	document: 'A file for a document',
	theme: 'A file for a theme',
	passage: 'A passage',
}

const presets: Readonly<Record<PresetName, string>> = {
	plain: 'Plain Markdown',
	obsidian: 'Obsidian',
	logseq: 'Logseq',
	pandoc: 'Pandoc',
}

/** Milliseconds without a letter before the template is tried. */
const pause = 200

export async function editTemplates(state: AppState): Promise<void> {
	await state.dialogs.show(
		(close) => html`<cp-templates-dialog .state=${state} @cp-close=${() => close()}></cp-templates-dialog>`,
	)
}

/**
 * The reader's own export templates: copies of a preset in three parts, tried on a real document while
 * they are written.
 *
 * @event cp-close
 */
@customElement('cp-templates-dialog')
export class TemplatesDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 1040px;
			}
			.top {
				display: flex;
				flex-wrap: wrap;
				align-items: end;
				gap: var(--s2);
				padding-block: 2px var(--s3);
			}
			.top .field {
				flex: 1 1 180px;
			}
			.both {
				display: grid;
				grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
				gap: var(--s4);
			}
			.tabs {
				display: flex;
				flex-wrap: wrap;
				gap: 2px;
				margin-block-end: var(--s1);
			}
			textarea,
			pre {
				height: min(48vh, 440px);
				margin: 0;
				font: 12px / 1.5 ui-monospace, 'DejaVu Sans Mono', monospace;
				tab-size: 2;
			}
			textarea {
				resize: none;
			}
			pre {
				padding: 6px var(--s2);
				overflow: auto;
				white-space: pre-wrap;
				overflow-wrap: anywhere;
				background: var(--sunk);
				border-radius: var(--radius);
			}
			.says {
				min-height: 28px;
				display: flex;
				align-items: center;
				margin-block-end: var(--s1);
			}
			.empty {
				color: var(--ink-2);
				max-width: 60ch;
			}
			@media (max-width: 760px) {
				.both {
					grid-template-columns: minmax(0, 1fr);
				}
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@state() private templates: readonly Template[] = []
	@state() private draft: Draft | null = null
	@state() private changed = false
	/** The reader wrote something that is not saved. */
	private typed = false
	@state() private shown: Part = 'document'
	@state() private from: PresetName = 'plain'
	@state() private trial: Trial | null = null
	private timer: ReturnType<typeof setTimeout> | null = null
	private asked = 0

	override connectedCallback(): void {
		super.connectedCallback()
		void this.updateComplete.then(() => this.load())
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		if (this.timer !== null) clearTimeout(this.timer)
	}

	private async load(): Promise<void> {
		this.templates = (await this.state.attempt(() => this.state.client.call('templates.list', {}))) ?? []
		if (this.draft === null && this.templates[0]) await this.open(this.templates[0])
	}

	override render(): TemplateResult {
		const { draft } = this
		return html`<cp-dialog heading="Export templates" @cp-close=${() => this.close()}>
			<div class="top">
				${this.templates.length > 0 ? this.chooser() : nothing}
				<label class="field">
					<span>A copy of</span>
					<select
						@change=${({ target }: Event) => {
							if (target instanceof HTMLSelectElement)
								this.from =
									(Object.keys(presets) as PresetName[]).find((name) => name === target.value) ?? 'plain'
						}}
					>
						${Object.entries(presets).map(
							([preset, name]) =>
								html`<option value=${preset} ?selected=${preset === this.from}>${name}</option>`,
						)}
					</select>
				</label>
				<button ?autofocus=${this.templates.length === 0} @click=${() => this.copy()}>
					<cp-icon name="plus"></cp-icon>Make a copy
				</button>
			</div>
			${
				draft
					? this.editor(draft)
					: html`<p class="empty">
						The presets stay as they are. Copy one and change what you like: every letter is tried on one of
						your documents at once.
					</p>`
			}
			${draft?.id ? html`<button slot="footer" class="danger" @click=${() => this.removeDraft()}>Remove</button>` : nothing}
			<button slot="footer" @click=${() => this.close()}>${this.changed ? 'Cancel' : 'Done'}</button>
			${
				draft
					? html`<button
						slot="footer"
						class="primary"
						?disabled=${!this.changed || draft.name.trim() === '' || this.trial?.ok === false}
						@click=${() => this.save()}
					>
						Save
					</button>`
					: nothing
			}
		</cp-dialog>`
	}

	private chooser(): TemplateResult {
		return html`<label class="field">
			<span>Template</span>
			<select
				@change=${({ target }: Event) => target instanceof HTMLSelectElement && this.choose(target)}
			>
				${this.draft?.id === null ? html`<option selected>${this.draft.name}</option>` : nothing}
				${this.templates.map(
					({ id, name }) => html`<option value=${id} ?selected=${id === this.draft?.id}>${name}</option>`,
				)}
			</select>
		</label>`
	}

	private editor(draft: Draft): TemplateResult {
		return html`<label class="field" style="margin-block-end: 12px">
				<span>Name</span>
				<input
					type="text"
					maxlength="200"
					.value=${draft.name}
					@input=${({ target }: InputEvent) => {
						if (target instanceof HTMLInputElement) this.change({ name: target.value })
					}}
				/>
			</label>
			<div class="both">
				<div>
					<div class="tabs" role="group" aria-label="Part of the template">
						${(Object.keys(parts) as Part[]).map(
							(part) => html`<button
								class="quiet"
								style="min-height: 28px"
								aria-pressed=${part === this.shown}
								@click=${() => {
									this.shown = part
								}}
							>
								${parts[part]}
							</button>`,
						)}
					</div>
					<textarea
						aria-label="Template: ${parts[this.shown]}"
						spellcheck="false"
						.value=${draft[this.shown]}
						@input=${({ target }: InputEvent) => {
							if (target instanceof HTMLTextAreaElement) this.change({ [this.shown]: target.value })
						}}
					></textarea>
				</div>
				<div>${this.trialPart()}</div>
			</div>`
	}

	private trialPart(): TemplateResult {
		const { trial } = this
		if (trial === null) return html`<div class="says hint">Trying…</div>`
		if (!trial.ok)
			return html`<div class="says problem" role="alert">${parts[trial.part]}: ${trial.message}</div>`
		return html`<div class="says hint">What comes of it</div>
			<pre tabindex="0" aria-label="What comes of it">${this.shown === 'theme' ? trial.theme : trial.document}</pre>`
	}

	private async open(template: Template): Promise<void> {
		this.draft = template
		this.changed = false
		await this.attemptTrial()
	}

	private async choose(list: HTMLSelectElement): Promise<void> {
		const wanted = this.templates.find(({ id }) => id === list.value)
		if (!wanted) return
		if (await this.mayLeave()) await this.open(wanted)
		else list.value = this.draft?.id ?? this.draft?.name ?? ''
	}

	private async copy(): Promise<void> {
		if (!(await this.mayLeave())) return
		const preset = await this.state.attempt(() =>
			this.state.client.call('templates.preset', { preset: this.from }),
		)
		if (!preset) return
		this.draft = { ...preset, id: null, name: `${presets[this.from]}, my way` }
		this.changed = true
		await this.attemptTrial()
	}

	private change(patch: Partial<Draft>): void {
		if (!this.draft) return
		this.draft = { ...this.draft, ...patch }
		this.changed = true
		this.typed = true
		if (this.timer !== null) clearTimeout(this.timer)
		this.timer = setTimeout(() => void this.attemptTrial(), pause)
	}

	private async attemptTrial(): Promise<void> {
		const { draft } = this
		if (!draft) return
		const asked = ++this.asked
		const { preset, document, theme, passage } = draft
		const trial = await this.state.attempt(() =>
			this.state.client.call('templates.try', { preset, document, theme, passage }),
		)
		if (asked === this.asked) this.trial = trial
	}

	private async save(): Promise<void> {
		const { draft } = this
		if (!draft) return
		const { id, name, preset, document, theme, passage } = draft
		const saved = await this.state.attempt(async () => {
			if (id === null)
				return this.state.client.call('templates.create', { name, preset, document, theme, passage })
			await this.state.client.call('templates.edit', { id, name, document, theme, passage })
			return id
		})
		if (saved === null) return
		this.draft = { ...draft, id: saved }
		this.changed = false
		this.typed = false
		await this.load()
		this.state.toasts.done(`Saved the template “${name}”.`)
	}

	private async removeDraft(): Promise<void> {
		const { draft } = this
		if (!draft?.id) return
		const { id, name } = draft
		const sure = await this.state.dialogs.confirm({
			heading: `Remove the template “${name}”?`,
			text: 'Files that were exported with it stay as they are.',
			action: 'Remove',
			danger: true,
		})
		if (!sure) return
		await this.state.attempt(() => this.state.client.call('templates.remove', { id }))
		this.draft = null
		this.typed = false
		this.trial = null
		await this.load()
	}

	/** Asks before what was written is dropped. @returns whether it may be */
	private async mayLeave(): Promise<boolean> {
		if (this.typed)
			this.typed = !(await this.state.dialogs.confirm({
				heading: 'Leave without saving?',
				text: `What you changed in “${this.draft?.name ?? ''}” since it was saved is lost.`,
				action: 'Leave',
				danger: true,
			}))
		return !this.typed
	}

	private async close(): Promise<void> {
		if (await this.mayLeave()) this.dispatchEvent(new Event('cp-close'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-templates-dialog': TemplatesDialog
	}
}
