import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { Note } from '../../../corpus/entities.ts'
import type { HighlightId } from '../../../corpus/ids.ts'
import { controls } from '../../elements/controls.ts'
import type { AppState } from '../../state/appstate.ts'
import { watch } from '../../state/watch.ts'
import '../../elements/evidencelist.ts'
import '../../elements/icon.ts'
import '../../elements/pickdialog.ts'
import { Evidence } from './evidence.ts'

/** The reader wants the note to cite a passage. */
export class CiteEvent extends Event {
	static readonly type = 'cite'
	readonly highlight: HighlightId
	readonly quote: string

	constructor(highlight: HighlightId, quote: string) {
		super(CiteEvent.type)
		this.highlight = highlight
		this.quote = quote
	}
}

/**
 * What stands beside a note: what it is about, the passages that it cites, and a way to cite more.
 *
 * @event cite
 */
@customElement('cp-evidence')
export class EvidencePanel extends LitElement {
	static override styles = [
		controls,
		css`
			.actions {
				display: flex;
				flex-direction: column;
				align-items: flex-start;
				gap: var(--s1);
			}
			.actions button {
				text-align: start;
				white-space: normal;
			}
		`,
	]

	@property({ attribute: false }) state!: AppState
	@property({ attribute: false }) note: Note | null = null
	private evidence: Evidence | null = null

	constructor() {
		super()
		watch(this, () => [this.evidence, this.state.documents, this.state.themes])
	}

	protected override willUpdate(): void {
		if (this.evidence === null) {
			this.evidence = new Evidence(this.state.client)
			this.requestUpdate()
		}
		if (this.note) this.evidence.show(this.note)
	}

	override render(): TemplateResult | typeof nothing {
		const { note, evidence, state } = this
		if (!note || !evidence) return nothing
		return html`<cp-evidence-list
			.highlights=${evidence.highlights}
			.titles=${new Map(state.documents.all.map((row) => [row.id, row.metadata.title]))}
			.themes=${state.themes.looks}
			@passage-open=${(event: HTMLElementEventMap['passage-open']) =>
				state.router.go({
					view: 'reading',
					document: event.document,
					at: { kind: 'highlight', highlight: event.highlight },
				})}
		>
			<div class="actions">
				${this.targetButton(note)}
				<button class="quiet" @click=${() => this.pickPassage()}><cp-icon name="plus"></cp-icon>Cite a passage</button>
			</div>
		</cp-evidence-list>`
	}

	private targetButton({ target }: Note): TemplateResult | typeof nothing {
		if (target.kind === 'library' || target.kind === 'highlight') return nothing
		const name =
			target.kind === 'document'
				? this.state.documents.get(target.id)?.metadata.title
				: this.state.themes.get(target.id)?.name
		if (name === undefined) return nothing
		return html`<button class="quiet" @click=${() => this.openTarget(target)}>
			<cp-icon name=${target.kind === 'document' ? 'book' : 'passages'}></cp-icon>Open “${name}”
		</button>`
	}

	private openTarget(target: Extract<Note['target'], { kind: 'document' | 'theme' }>): void {
		if (target.kind === 'document') this.state.router.go({ view: 'reading', document: target.id })
		else this.state.router.go({ view: 'passages', query: { theme: target.id, below: true } })
	}

	private async pickPassage(): Promise<void> {
		const { state } = this
		const passages = await state.attempt(() => state.client.call('passages.find', {}))
		if (!passages) return
		const options = passages.map(({ highlight, documentTitle }) => ({
			id: highlight.id,
			label: highlight.anchor.quote.replace(/\s+/g, ' ').slice(0, 300),
			hint: documentTitle,
		}))
		const picked = await state.dialogs.show<string>(
			(close) => html`<cp-pick-dialog
				heading="Cite which passage?"
				.options=${options}
				@pick=${(event: HTMLElementEventMap['pick']) => close(event.id)}
				@cp-close=${() => close()}
			></cp-pick-dialog>`,
		)
		const passage = passages.find(({ highlight }) => highlight.id === picked)
		if (passage) this.dispatchEvent(new CiteEvent(passage.highlight.id, passage.highlight.anchor.quote))
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-evidence': EvidencePanel
	}
	interface HTMLElementEventMap {
		cite: CiteEvent
	}
}
