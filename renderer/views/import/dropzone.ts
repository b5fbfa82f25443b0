import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/icon.ts'
import { listOfFormats } from '../library/formats.ts'
import { importTransfer, openFiles, pasteText } from './importing.ts'

/**
 * Takes what is dropped anywhere on the window, pasted outside a field, or handed over by the system,
 * and says so while something is dragged over. Stands once in the frame.
 */
@customElement('cp-drop-zone')
export class DropZone extends LitElement {
	static override styles = [
		controls,
		css`
			:host {
				display: contents;
			}
			div {
				position: fixed;
				inset: var(--s3);
				z-index: 50;
				display: flex;
				align-items: center;
				justify-content: center;
				gap: var(--s3);
				font-size: var(--size-3);
				font-weight: 600;
				color: var(--accent);
				background: color-mix(in oklab, var(--paper) 88%, transparent);
				border: 2px dashed var(--accent);
				border-radius: 12px;
				pointer-events: none;
				--icon-size: 24px;
				flex-wrap: wrap;
				align-content: center;
			}
			small {
				flex-basis: 100%;
				text-align: center;
				font-size: var(--size-2);
				font-weight: 400;
				color: var(--ink-2);
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@state() private over = false
	private stop: (() => void) | null = null

	override connectedCallback(): void {
		super.connectedCallback()
		window.addEventListener('dragover', this.onOver)
		window.addEventListener('dragleave', this.onLeave)
		window.addEventListener('drop', this.onDrop)
		window.addEventListener('paste', this.onPaste)
	}

	override disconnectedCallback(): void {
		super.disconnectedCallback()
		window.removeEventListener('dragover', this.onOver)
		window.removeEventListener('dragleave', this.onLeave)
		window.removeEventListener('drop', this.onDrop)
		window.removeEventListener('paste', this.onPaste)
		this.stop?.()
		this.stop = null
	}

	protected override firstUpdated(): void {
		this.stop = this.state.onFiles((files) => void openFiles(this.state, files))
	}

	override render(): TemplateResult | typeof nothing {
		return this.over
			? html`<div><cp-icon name="download"></cp-icon>Drop to add to the library
				<small>${listOfFormats(this.state.library.info?.formats ?? [])}</small>
			</div>`
			: nothing
	}

	/** Refused as long as a dialog is open: the drop would happen behind it. */
	private takes(event: DragEvent): boolean {
		return event.dataTransfer?.types.includes('Files') === true && this.state.dialogs.open.length === 0
	}

	private readonly onOver = (event: DragEvent): void => {
		if (!event.dataTransfer?.types.includes('Files')) return
		// Without this the window would go to the dropped file.
		event.preventDefault()
		event.dataTransfer.dropEffect = this.takes(event) ? 'copy' : 'none'
		this.over = this.takes(event)
	}

	private readonly onLeave = (event: DragEvent): void => {
		if (event.relatedTarget === null) this.over = false
	}

	private readonly onDrop = (event: DragEvent): void => {
		this.over = false
		if (!event.dataTransfer?.types.includes('Files')) return
		event.preventDefault()
		if (this.takes(event)) void importTransfer(this.state, event.dataTransfer)
	}

	private readonly onPaste = (event: ClipboardEvent): void => {
		const [origin] = event.composedPath()
		const field = origin instanceof Element && origin.matches('input, textarea, select, [contenteditable]')
		if (field || !event.clipboardData || this.state.dialogs.open.length > 0) return
		event.preventDefault()
		if (event.clipboardData.files.length > 0) {
			void importTransfer(this.state, event.clipboardData)
			return
		}
		const text = event.clipboardData.getData('text/plain')
		const markup = event.clipboardData.getData('text/html')
		if (text.trim() !== '' || markup.trim() !== '') void pasteText(this.state, { text, markup })
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-drop-zone': DropZone
	}
}
