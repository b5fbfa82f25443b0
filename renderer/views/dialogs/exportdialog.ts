import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { FileToken, TemplateId } from '../../../corpus/ids.ts'
import type {
	ExportScope,
	ExportSpec,
	ExportSummary,
	PresetName,
	Template,
} from '../../../preload/calls/export.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/dialog.ts'
import '../../elements/icon.ts'
import { fileList, willDo } from './exportfiles.ts'
import { keyOfScope, offeredScopes } from './exportscopes.ts'
import { editTemplates } from './templatesdialog.ts'

const presetNames: Readonly<Record<PresetName, string>> = {
	plain: 'Plain Markdown',
	obsidian: 'Obsidian',
	logseq: 'Logseq',
	pandoc: 'Pandoc, with a bibliography',
}

type Preview =
	| { readonly kind: 'none' }
	| { readonly kind: 'busy' }
	| { readonly kind: 'ready'; readonly summary: ExportSummary }
	| { readonly kind: 'failed'; readonly message: string }

/**
 * Exports to Markdown: what, how and where to; what would be done to each file, and what was done.
 *
 * @event cp-close
 */
@customElement('cp-export-dialog')
export class ExportDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 720px;
			}
			.options {
				display: grid;
				grid-template-columns: 1fr 1fr;
				gap: var(--s3);
				padding-block: 2px;
			}
			.wide {
				grid-column: 1 / -1;
			}
			.folder {
				display: flex;
				align-items: center;
				gap: var(--s3);
				min-width: 0;
			}
			.folder span {
				min-width: 0;
				overflow-wrap: anywhere;
			}
			h3 {
				margin: var(--s4) 0 var(--s1);
				font-size: var(--size-2);
				font-weight: 600;
			}
			.files {
				list-style: none;
				margin: 0;
				padding: 0;
				max-height: 34vh;
				min-height: 96px;
				overflow: auto;
			}
			.files li {
				display: grid;
				grid-template-columns: 88px minmax(0, 1fr);
				gap: 2px var(--s3);
				padding-block: 6px;
				border-block-start: 1px solid var(--line);
				overflow-wrap: anywhere;
			}
			.action {
				color: var(--ink-2);
			}
			.said {
				grid-column: 2;
				color: var(--danger);
			}
			.line {
				margin: 0 0 var(--s2);
			}
			@media (max-width: 560px) {
				.options {
					grid-template-columns: 1fr;
				}
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	/** What is offered first. */
	@property({ attribute: false }) scope: ExportScope = { kind: 'library' }

	@state() private chosen: ExportScope | null = null
	@state() private by: ExportSpec['by'] = 'document'
	@state() private preset: PresetName = 'plain'
	@state() private template: TemplateId | null = null
	@state() private templates: readonly Template[] = []
	@state() private folder: FileToken | null = null
	@state() private folderName = ''
	@state() private preview: Preview = { kind: 'none' }
	@state() private busy = false
	@state() private done: ExportSummary | null = null
	private asked = 0

	constructor() {
		super()
		watch(this, () => [this.state.collections, this.state.themes, this.state.documents])
	}

	private get spec(): ExportSpec | null {
		if (this.state.host.face === 'desktop' && this.folder === null) return null
		const { by, preset, template, folder } = this
		return { scope: this.chosen ?? this.scope, by, preset, template, folder }
	}

	protected override firstUpdated(_changed: PropertyValues<this>): void {
		void this.begin()
	}

	/** Takes up where the last export left off. */
	private async begin(): Promise<void> {
		const last = await this.state.attempt(() => this.state.client.call('export.last', {}))
		this.templates = (await this.state.attempt(() => this.state.client.call('templates.list', {}))) ?? []
		if (last) {
			this.by = last.spec.by
			this.preset = last.spec.preset
			this.template = this.templates.some(({ id }) => id === last.spec.template) ? last.spec.template : null
			if (this.state.host.face === 'desktop') {
				this.folder = last.spec.folder
				this.folderName = last.folder
			}
		}
		await this.look()
	}

	/** Asks what the export would do. An answer that was overtaken by another question is dropped. */
	private async look(): Promise<void> {
		const { spec } = this
		if (!spec) return
		const asked = ++this.asked
		this.preview = { kind: 'busy' }
		try {
			const summary = await this.state.jobs.run('Looking at the folder', (job) =>
				this.state.client.call('export.preview', { job, spec }),
			)
			if (asked !== this.asked) return
			this.preview = { kind: 'ready', summary }
			this.folderName = summary.folder
		} catch (error) {
			if (asked !== this.asked) return
			if (!(error instanceof Error)) throw error
			this.preview = { kind: 'failed', message: error.message }
		}
	}

	override render(): TemplateResult {
		return html`<cp-dialog heading="Export to Markdown" ?busy=${this.busy} @cp-close=${() => this.close()}>
			${this.done ? this.summary(this.done) : this.options()}
			${this.done ? this.doneButtons(this.done) : this.buttons()}
		</cp-dialog>`
	}

	private options(): TemplateResult {
		return html`<div class="options">
				<label class="field">
					<span>What</span>
					<select autofocus @change=${(event: Event) => this.changed(event, (value) => this.chooseScope(value))}>
						${offeredScopes(this.state, this.scope).map(
							({ key, label }) =>
								html`<option value=${key} ?selected=${key === keyOfScope(this.chosen ?? this.scope)}>${label}</option>`,
						)}
					</select>
				</label>
				<label class="field">
					<span>One file for each</span>
					<select @change=${(event: Event) => this.changed(event, (value) => this.chooseBy(value))}>
						${(['document', 'theme', 'both'] as const).map(
							(by) => html`<option value=${by} ?selected=${by === this.by}>${byNames[by]}</option>`,
						)}
					</select>
				</label>
				<label class="field">
					<span>For</span>
					<select @change=${(event: Event) => this.changed(event, (value) => this.chooseFormat(value))}>
						${Object.entries(presetNames).map(
							([preset, label]) => html`<option
								value=${preset}
								?selected=${this.template === null && preset === this.preset}
							>
								${label}
							</option>`,
						)}
						${this.templates.map(
							({ id, name }) => html`<option value=${id} ?selected=${id === this.template}>${name}</option>`,
						)}
					</select>
				</label>
				<div class="field">
					<span>Templates</span>
					<button @click=${() => this.openTemplates()}>Edit templates…</button>
				</div>
				${this.state.host.face === 'desktop' ? this.folderRow() : nothing}
			</div>
			${this.previewPart()}`
	}

	private folderRow(): TemplateResult {
		return html`<div class="field wide">
			<span>Folder</span>
			<div class="folder">
				<button @click=${() => this.chooseFolder()}><cp-icon name="folder"></cp-icon>Choose…</button>
				<span>${this.folder === null ? 'No folder is chosen yet.' : this.folderName}</span>
			</div>
		</div>`
	}

	private previewPart(): TemplateResult | typeof nothing {
		const { preview } = this
		switch (preview.kind) {
			case 'none':
				return nothing
			case 'busy':
				return html`<h3>What will be done</h3>
					<p class="hint" role="status">Looking…</p>`
			case 'failed':
				return html`<p class="problem" role="alert">${preview.message}</p>`
			case 'ready':
				return html`<h3><span role="status">${willDo(preview.summary)}</span></h3>
					${fileList(preview.summary.files)}`
		}
	}

	private buttons(): TemplateResult {
		return html`<button slot="footer" ?disabled=${this.busy} @click=${() => this.close()}>Cancel</button>
			<button
				slot="footer"
				class="primary"
				?disabled=${this.busy || this.spec === null || this.preview.kind !== 'ready'}
				@click=${() => this.run()}
			>
				${this.busy ? 'Exporting…' : 'Export'}
			</button>`
	}

	private summary(summary: ExportSummary): TemplateResult {
		return html`<p class="line" role="status">${summary.line}</p>
			${
				summary.download === null && summary.folder !== ''
					? html`<p class="hint">${summary.folder}</p>`
					: nothing
			}
			${fileList(summary.files)}`
	}

	private doneButtons(summary: ExportSummary): TemplateResult {
		const { download } = summary
		return html`${
			download === null
				? nothing
				: html`<button slot="footer" @click=${() => this.state.host.download(download)}>
						<cp-icon name="download"></cp-icon>Download again
					</button>`
		}
			<button slot="footer" class="primary" @click=${() => this.close()}>Done</button>`
	}

	private changed({ target }: Event, take: (value: string) => void): void {
		if (!(target instanceof HTMLSelectElement)) return
		take(target.value)
		void this.look()
	}

	private chooseScope(key: string): void {
		const offered = offeredScopes(this.state, this.scope)
		this.chosen = offered.find((each) => each.key === key)?.scope ?? null
	}

	private chooseBy(value: string): void {
		this.by = value === 'theme' || value === 'both' ? value : 'document'
	}

	private chooseFormat(value: string): void {
		const template = this.templates.find(({ id }) => id === value)
		this.template = template?.id ?? null
		this.preset =
			template?.preset ?? (Object.keys(presetNames) as PresetName[]).find((name) => name === value) ?? 'plain'
	}

	private async chooseFolder(): Promise<void> {
		const chosen = await this.state.attempt(() =>
			this.state.client.call('files.choose', { kind: 'export-folder' }),
		)
		const [folder] = chosen ?? []
		if (folder === undefined) return
		this.folder = folder
		this.folderName = ''
		await this.look()
	}

	private async openTemplates(): Promise<void> {
		await editTemplates(this.state)
		this.templates = (await this.state.attempt(() => this.state.client.call('templates.list', {}))) ?? []
		if (!this.templates.some(({ id }) => id === this.template)) this.template = null
		await this.look()
	}

	private async run(): Promise<void> {
		const { spec } = this
		if (!spec || this.busy) return
		this.busy = true
		this.done = await this.state.attempt(() =>
			this.state.jobs.run('Exporting', (job) => this.state.client.call('export.run', { job, spec })),
		)
		this.busy = false
		if (this.done?.download) this.state.host.download(this.done.download)
	}

	private close(): void {
		this.asked++
		this.dispatchEvent(new Event('cp-close'))
	}
}

const byNames = { document: 'Document', theme: 'Theme', both: 'Document and theme' } as const

declare global {
	interface HTMLElementTagNameMap {
		'cp-export-dialog': ExportDialog
	}
}
