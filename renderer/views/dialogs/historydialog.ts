import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property, state } from 'lit/decorators.js'
import type { Step } from '../../../corpus/entities.ts'
import type { StepId } from '../../../corpus/ids.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import { momentOf } from '../moments.ts'
import '../../elements/dialog.ts'
import '../../elements/emptystate.ts'
import '../../elements/icon.ts'

/**
 * Every step that can be undone or redone, by name and time; any of them can be gone back to.
 *
 * @event cp-close
 */
@customElement('cp-history-dialog')
export class HistoryDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 560px;
			}
			.hint {
				margin: 0 0 var(--s2);
			}
			ol {
				list-style: none;
				margin: 0;
				padding: 0;
			}
			li button {
				width: 100%;
				min-height: 36px;
				justify-content: flex-start;
				text-align: start;
				font-weight: 400;
				background: none;
				border-color: transparent;
			}
			li .name {
				flex: 1;
				min-width: 0;
				color: inherit;
				overflow-wrap: anywhere;
			}
			li time {
				flex: none;
				color: var(--ink-2);
				font-size: var(--size-1);
			}
			.undone .name {
				color: var(--ink-2);
				text-decoration: line-through;
			}
			.now button {
				background: var(--pressed);
			}
			.now .name {
				font-weight: 600;
			}
			cp-empty-state {
				padding: var(--s6);
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@state() private busy = false

	constructor() {
		super()
		watch(this, () => [this.state.history])
	}

	override render(): TemplateResult {
		const steps = this.state.history.all
		const now = steps.find((step) => step.state === 'done')
		const undone = steps.some((step) => step.state === 'undone')
		return html`<cp-dialog heading="History" @cp-close=${() => this.dispatchEvent(new Event('cp-close'))}>
			${
				steps.length === 0
					? this.nothingYet()
					: html`<p class="hint">Choose a step to go back to how things stood right after it.</p>
						<ol>
							${steps.map((step) => this.line(step, step === now))} ${this.beginning(now === undefined)}
						</ol>`
			}
			<button slot="footer" ?disabled=${!now || this.busy} @click=${() => this.act(() => this.state.history.undo())}>
				<cp-icon name="undo"></cp-icon>Undo
			</button>
			<button slot="footer" ?disabled=${!undone || this.busy} @click=${() => this.act(() => this.state.history.redo())}>
				<cp-icon name="redo"></cp-icon>Redo
			</button>
			<button
				slot="footer"
				class="primary"
				autofocus
				@click=${() => this.dispatchEvent(new Event('cp-close'))}
			>
				Done
			</button>
		</cp-dialog>`
	}

	private line(step: Step, now: boolean): TemplateResult {
		return html`<li class="${step.state} ${now ? 'now' : ''}">
			<button
				aria-current=${now ? 'step' : nothing}
				?disabled=${this.busy}
				@click=${() => !now && this.goTo(step.id)}
			>
				<span class="name">${step.name}${step.state === 'undone' ? html`<span class="unseen">, undone</span>` : nothing}</span>
				<time datetime=${new Date(step.at).toISOString()}>${momentOf(step.at, this.state.now())}</time>
			</button>
		</li>`
	}

	private beginning(now: boolean): TemplateResult {
		return html`<li class=${now ? 'now' : ''}>
			<button aria-current=${now ? 'step' : nothing} ?disabled=${this.busy} @click=${() => !now && this.goTo(null)}>
				<span class="name">Before all of these</span>
			</button>
		</li>`
	}

	private nothingYet(): TemplateResult {
		const { status, problem } = this.state.history
		if (status === 'failed') return html`<p class="problem" role="alert">${problem}</p>`
		return html`<cp-empty-state
			sentence=${status === 'ready' ? 'Nothing has been changed yet.' : ''}
		></cp-empty-state>`
	}

	private goTo(step: StepId | null): Promise<void> {
		return this.act(() => this.state.history.goTo(step))
	}

	private async act(work: () => Promise<unknown>): Promise<void> {
		this.busy = true
		await this.state.attempt(work)
		this.busy = false
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-history-dialog': HistoryDialog
	}
}
