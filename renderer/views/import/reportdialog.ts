import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { ImportOutcome, ImportReport } from '../../../preload/calls/library.ts'
import { controls } from '../../elements/controls.ts'
import { DocumentOpenEvent } from '../../elements/documenttable.events.ts'
import '../../elements/dialog.ts'
import '../../elements/icon.ts'
import { reportLine, takenOver } from './importing.ts'

const words = { added: 'Added', present: 'Already there', locked: 'Locked', refused: 'Refused' } as const
/** What needs the reader's eye comes first. */
const order: readonly ImportOutcome['kind'][] = ['refused', 'locked', 'present', 'added']

/**
 * What became of each file of an import.
 *
 * @event document-open - the reader wants to see one of the documents
 * @event cp-close
 */
@customElement('cp-report-dialog')
export class ReportDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 680px;
			}
			.summary {
				margin: 0 0 var(--s3);
			}
			ul {
				list-style: none;
				margin: 0;
				padding: 0;
			}
			li {
				display: grid;
				grid-template-columns: 92px minmax(0, 1fr) auto;
				gap: 2px var(--s3);
				align-items: baseline;
				padding-block: var(--s2);
				border-block-start: 1px solid var(--line);
				overflow-wrap: anywhere;
			}
			.kind {
				color: var(--ink-2);
			}
			.refused .kind {
				color: var(--danger);
				font-weight: 600;
			}
			.more {
				grid-column: 2 / -1;
				color: var(--ink-2);
			}
			li button {
				min-height: 24px;
			}
		`,
	]

	@property({ attribute: false }) report: ImportReport = { outcomes: [], cancelled: false }

	override render(): TemplateResult {
		const outcomes = order.flatMap((kind) => this.report.outcomes.filter((outcome) => outcome.kind === kind))
		return html`<cp-dialog heading="Documents added" @cp-close=${() => this.close()}>
			<p class="summary">${reportLine(this.report)}</p>
			<ul tabindex="0" aria-label="What became of each file">
				${outcomes.map((outcome) => this.line(outcome))}
			</ul>
			<button slot="footer" class="primary" autofocus @click=${() => this.close()}>Done</button>
		</cp-dialog>`
	}

	private line(outcome: ImportOutcome): TemplateResult {
		const more = outcome.kind === 'added' ? [...takenOver(outcome.annotations), ...outcome.warnings] : []
		return html`<li class=${outcome.kind}>
			<span class="kind">${words[outcome.kind]}</span>
			<span>${'document' in outcome ? outcome.title : outcome.file}</span>
			${
				'document' in outcome
					? html`<button class="quiet" @click=${() => this.dispatchEvent(new DocumentOpenEvent(outcome.document))}>
						Open
					</button>`
					: html`<span></span><span class="more">${outcome.reason}</span>`
			}
			${
				'document' in outcome && outcome.file !== outcome.title
					? html`<span class="more">${outcome.file}</span>`
					: nothing
			}
			${more.map((sentence) => html`<span class="more">${sentence}</span>`)}
		</li>`
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-report-dialog': ReportDialog
	}
}
