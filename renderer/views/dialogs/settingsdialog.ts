import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Settings } from '../../../corpus/settings.ts'
import type { SettingsPatch } from '../../../preload/calls/settings.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/dialog.ts'
import '../settings/shortcuteditor.ts'

const schemes: Readonly<Record<Settings['scheme'], string>> = {
	system: 'System',
	light: 'Light',
	sepia: 'Sepia',
	dark: 'Dark',
}

/**
 * What the reader may set up. Everything takes effect at once.
 *
 * @event cp-close
 */
@customElement('cp-settings-dialog')
export class SettingsDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 620px;
			}
			section {
				display: grid;
				gap: var(--s2);
				padding-block: 2px var(--s4);
			}
			h3 {
				margin: 0;
				font-size: var(--size-2);
				font-weight: 600;
			}
			.group {
				display: flex;
				flex-wrap: wrap;
				gap: 2px;
			}
			.folder {
				margin: 0;
				overflow-wrap: anywhere;
			}
			.two {
				display: grid;
				grid-template-columns: 1fr 1fr;
				gap: var(--s4);
			}
			@media (max-width: 560px) {
				.two {
					grid-template-columns: 1fr;
				}
			}
		`,
	]

	@property({ attribute: false }) state!: AppState

	constructor() {
		super()
		watch(this, () => [this.state.settings, this.state.library, this.state.router])
	}

	override render(): TemplateResult {
		const { value } = this.state.settings
		const { info } = this.state.library
		return html`<cp-dialog heading="Settings" @cp-close=${() => this.close()}>
			<section>
				<h3 id="scheme">Colours</h3>
				<div class="group" role="group" aria-labelledby="scheme">
					${Object.entries(schemes).map(([scheme, label]) =>
						this.choice(label, scheme === value.scheme, { scheme: scheme as Settings['scheme'] }),
					)}
				</div>
			</section>
			<section>
				<h3 id="html">Saved web pages</h3>
				<div class="group" role="group" aria-labelledby="html">
					${this.choice('Take the article', value.html === 'article', { html: 'article' })}
					${this.choice('Take the whole page', value.html === 'page', { html: 'page' })}
				</div>
			</section>
			<section>
				<label class="field">
					<span>Your name, kept with every highlight, tag and note</span>
					<input
						type="text"
						maxlength="200"
						.value=${value.coder}
						@change=${({ target }: Event) => {
							if (!(target instanceof HTMLInputElement)) return
							const coder = target.value.trim()
							if (coder === '') target.value = value.coder
							else this.set({ coder })
						}}
					/>
				</label>
			</section>
			<section>
				<h3>Text</h3>
				<p class="folder hint">
					Size, width, spacing and face of the text are set while you read, with “Type settings”.
				</p>
				${
					this.state.commands.isEnabled('type.settings')
						? html`<div><button @click=${() => this.openType()}>Type settings…</button></div>`
						: nothing
				}
			</section>
			<section>
				<h3>Keyboard shortcuts</h3>
				<cp-shortcut-editor
					.keys=${value.keys}
					?mac=${navigator.platform.startsWith('Mac')}
					@keys-change=${(event: HTMLElementEventMap['keys-change']) =>
						this.set({
							keys: Object.fromEntries(Object.entries(event.keys).map(([id, keys]) => [id, [...keys]])),
						})}
				></cp-shortcut-editor>
				${
					Object.keys(value.keys).length > 0
						? html`<div><button @click=${() => this.set({ keys: {} })}>Reset all shortcuts</button></div>`
						: nothing
				}
			</section>
			${
				info
					? html`<section>
						<h3>Library</h3>
						<p class="folder">${info.folder}</p>
						<p class="folder hint">Your documents, highlights and notes are kept in this folder and nowhere else.</p>
					</section>`
					: nothing
			}
			<button slot="footer" class="primary" autofocus @click=${() => this.close()}>Done</button>
		</cp-dialog>`
	}

	private choice(label: string, chosen: boolean, patch: SettingsPatch): TemplateResult {
		return html`<button class="quiet" aria-pressed=${chosen} @click=${() => this.set(patch)}>${label}</button>`
	}

	private set(patch: SettingsPatch): void {
		void this.state.attempt(() => this.state.settings.set(patch))
	}

	private openType(): void {
		this.close()
		this.state.commands.run('type.settings')
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-settings-dialog': SettingsDialog
	}
}
