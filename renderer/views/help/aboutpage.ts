import { css, html, LitElement, nothing } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Component } from '../../../corpus/components.ts'
import type { ProgramInfo } from '../../../corpus/program.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/componentlist.ts'
import '../../elements/icon.ts'
import { detailsText } from './details.ts'

/** Which Commonplace this is, where the library lies, and whose work the program carries. */
@customElement('cp-about-page')
export class AboutPage extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; max-width: 720px; container-type: inline-size; }
			h1 { margin: 0 0 var(--s2); font-size: 22px; font-weight: 650; line-height: 32px; }
			h2 { margin: var(--s8) 0 var(--s2); font-size: var(--size-3); font-weight: 650; }
			p { margin: 0 0 var(--s3); max-width: 66ch; }
			dl { display: grid; grid-template-columns: auto minmax(0, 1fr); gap: var(--s1) var(--s6); margin: 0 0 var(--s4); }
			dt { color: var(--ink-2); }
			dd { margin: 0; overflow-wrap: anywhere; user-select: text; }
			.buttons { display: flex; flex-wrap: wrap; gap: var(--s2); }
			.path { overflow-wrap: anywhere; user-select: text; }
		`,
	]

	@property({ attribute: false }) state!: AppState

	@state() private program: ProgramInfo | null = null
	@state() private components: readonly Component[] = []

	constructor() {
		super()
		watch(this, () => [this.state.library])
	}

	override connectedCallback(): void {
		super.connectedCallback()
		void this.#read()
	}

	override render() {
		const { info } = this.state.library
		const { program } = this
		const isDesktop = this.state.host.face === 'desktop'
		return html`
			<h1>About Commonplace</h1>
			<p>Read documents, highlight passages, gather them under themes, write notes. Nothing leaves this computer.</p>
			${
				program &&
				html`<dl>
						<dt>Commonplace</dt>
						<dd>${program.version}</dd>
						${program.parts.map(({ name, version }) => html`<dt>${name}</dt><dd>${version}</dd>`)}
					</dl>
					<div class="buttons">
						<button @click=${() => this.#copy(detailsText(program, info, navigator.userAgent), 'Copied the details.')}>
							<cp-icon name="copy"></cp-icon>Copy these details
						</button>
					</div>`
			}
			<h2>Your library</h2>
			${
				info &&
				html`<dl>
						<dt>Name</dt>
						<dd>${info.name}</dd>
						<dt>Folder</dt>
						<dd>${info.folder}</dd>
						<dt>Holds</dt>
						<dd>
							${info.documents.toLocaleString('en')} documents, ${info.highlights.toLocaleString('en')} passages,
							${info.notes.toLocaleString('en')} notes
						</dd>
						${program && html`<dt>Format</dt><dd>${program.libraryFormat}</dd>`}
					</dl>
					<div class="buttons">
						${
							isDesktop
								? html`<button @click=${() => this.#show('library')}><cp-icon name="folder"></cp-icon>Show the folder</button>`
								: nothing
						}
						<button @click=${() => this.#copy(info.folder, 'Copied the path of the folder.')}>
							<cp-icon name="copy"></cp-icon>Copy its path
						</button>
					</div>`
			}
			<h2>Licences</h2>
			<p>
				Commonplace is free software under the MIT licence, and it carries the work of many others. Each line opens on
				what its makers ask to be passed on.
			</p>
			${program?.licencesFolder ? this.#beside(program.licencesFolder, isDesktop) : nothing}
			<cp-component-list .components=${this.components}></cp-component-list>
		`
	}

	#beside(folder: string, isDesktop: boolean) {
		return html`<p>
				Electron and Chromium bring licences of their own. They lie beside the program, in
				<span class="path">${folder}</span>, in files whose names begin with LICENSE.
			</p>
			${
				isDesktop
					? html`<p>
							<button @click=${() => this.#show('licences')}>
								<cp-icon name="folder"></cp-icon>Show the licences of Electron and Chromium
							</button>
						</p>`
					: nothing
			}`
	}

	async #read(): Promise<void> {
		await Promise.all([
			this.state.attempt(async () => {
				this.program = await this.state.client.call('program.about', {})
			}),
			this.state.attempt(async () => {
				this.components = await this.state.host.components()
			}),
		])
	}

	#copy(text: string, said: string): void {
		void this.state.attempt(async () => {
			await navigator.clipboard.writeText(text)
			this.state.toasts.done(said)
		})
	}

	#show(which: 'library' | 'licences'): void {
		void this.state.attempt(() => this.state.client.call('program.showFolder', { which }))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-about-page': AboutPage
	}
}
