import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { FormatName } from '../../../corpus/entities.ts'
import type { FileToken } from '../../../corpus/ids.ts'
import type { ImportOutcome, ImportReport } from '../../../preload/calls/library.ts'
import { controls } from '../../elements/controls.ts'
import { DocumentOpenEvent } from '../../elements/documenttable.events.ts'
import '../../elements/dialog.ts'
import '../../elements/icon.ts'
import { documents as countDocuments, counted } from '../counts.ts'
import { listOfFormats } from '../library/formats.ts'
import { reportLine, takenOver } from './importing.ts'

const words = {
	added: 'Added',
	present: 'Already there',
	table: 'Table',
	references: 'References',
	locked: 'Locked',
	refused: 'Refused',
} as const
/** What needs the reader's eye comes first. */
const order: readonly ImportOutcome['kind'][] = [
	'table',
	'refused',
	'locked',
	'references',
	'present',
	'added',
]

/** The reader wants to say what the columns of a table are. */
export class TableOpenEvent extends Event {
	static readonly type = 'table-open'
	readonly file: FileToken

	constructor(file: FileToken) {
		super(TableOpenEvent.type)
		this.file = file
	}
}

/** The reader wants to see what the entries of a bibliography say. */
export class ReferencesOpenEvent extends Event {
	static readonly type = 'references-open'
	readonly file: FileToken

	constructor(file: FileToken) {
		super(ReferencesOpenEvent.type)
		this.file = file
	}
}

/**
 * What became of each file of an import.
 *
 * @event document-open - the reader wants to see one of the documents
 * @event table-open
 * @event references-open
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
				grid-template-columns: 96px minmax(0, 1fr) auto;
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
			.readable {
				margin: 0;
				padding-block-start: var(--s3);
				border-block-start: 1px solid var(--line);
				color: var(--ink-2);
			}
			li button {
				min-height: 24px;
			}
		`,
	]

	@property({ attribute: false }) report: ImportReport = { outcomes: [], cancelled: false }

	/** What can be read. */
	@property({ attribute: false }) formats: readonly FormatName[] = []

	override render(): TemplateResult {
		const outcomes = order.flatMap((kind) => this.report.outcomes.filter((outcome) => outcome.kind === kind))
		return html`<cp-dialog heading="Documents added" @cp-close=${() => this.close()}>
			<p class="summary">${reportLine(this.report)}</p>
			<ul tabindex="0" aria-label="What became of each file">
				${outcomes.map((outcome) => this.line(outcome))}
			</ul>
			${this.readable(outcomes)}
			<button slot="footer" class="primary" autofocus @click=${() => this.close()}>Done</button>
		</cp-dialog>`
	}

	/** Said once, however many files were of other kinds. */
	private readable(outcomes: readonly ImportOutcome[]): TemplateResult | typeof nothing {
		const isWanted = outcomes.some((outcome) => outcome.kind === 'refused' && outcome.unknownKind)
		return isWanted
			? html`<p class="readable">Files that can be read: ${listOfFormats(this.formats)}.</p>`
			: nothing
	}

	private line(outcome: ImportOutcome): TemplateResult {
		return html`<li class=${outcome.kind}>
			<span class="kind">${words[outcome.kind]}</span>
			<span>${'document' in outcome ? outcome.title : outcome.file}</span>
			${this.button(outcome)}
			${moreOf(outcome).map((sentence) => html`<span class="more">${sentence}</span>`)}
		</li>`
	}

	private button(outcome: ImportOutcome): TemplateResult {
		if ('document' in outcome)
			return html`<button class="quiet" @click=${() => this.dispatchEvent(new DocumentOpenEvent(outcome.document))}>
				Open
			</button>`
		if (outcome.kind === 'table')
			return html`<button
				aria-label=${`Choose columns of ${outcome.file}`}
				@click=${() => this.dispatchEvent(new TableOpenEvent(outcome.token))}
			>
				Choose columns…
			</button>`
		if (outcome.kind === 'references')
			return html`<button
				class="quiet"
				aria-label=${`See entries of ${outcome.file}`}
				@click=${() => this.dispatchEvent(new ReferencesOpenEvent(outcome.token))}
			>
				See entries…
			</button>`
		return html`<span></span>`
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

/** What there is to say of an outcome beside its name. */
function moreOf(outcome: ImportOutcome): readonly string[] {
	switch (outcome.kind) {
		case 'added':
			return [...nameOf(outcome), ...takenOver(outcome.annotations), ...outcome.warnings]
		case 'present':
			return nameOf(outcome)
		case 'table':
			return ['Say which column holds the texts: each row becomes a document.']
		case 'references':
			return referencesLines(outcome)
		case 'locked':
		case 'refused':
			return [outcome.reason]
	}
}

const nameOf = ({ file, title }: { file: string; title: string }): readonly string[] =>
	file === title ? [] : [file]

/** Titles that are named. */
const namedTitles = 10

function referencesLines({
	entries,
	filled,
	unmatched,
}: Extract<ImportOutcome, { kind: 'references' }>): readonly string[] {
	const said = `${counted(entries, 'entry', 'entries')}; ${countDocuments(filled)} got metadata from them.`
	if (unmatched.length === 0) return [said]
	const named = unmatched.slice(0, namedTitles).map((title) => `“${title}”`)
	const rest = unmatched.length - named.length
	const titles = rest > 0 ? `${named.join(', ')} and ${rest} more` : named.join(', ')
	return [said, `Of no document here: ${titles}.`]
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-report-dialog': ReportDialog
	}
	interface HTMLElementEventMap {
		'table-open': TableOpenEvent
		'references-open': ReferencesOpenEvent
	}
}
