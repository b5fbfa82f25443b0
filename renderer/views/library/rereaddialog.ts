import { css, html, LitElement, nothing, type TemplateResult } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import { unreachable } from '../../../corpus/errors.ts'
import type { Rereading } from '../../../preload/calls/documents.ts'
import { controls } from '../../elements/controls.ts'
import { documents as countDocuments, counted } from '../counts.ts'
import '../../elements/dialog.ts'

/** What needs the reader's eye comes first. */
const order: readonly Rereading['kind'][] = ['refused', 'locked', 'ready', 'same']

/**
 * What reading documents again would do to them.
 *
 * @event reread-agreed - the reader wants it
 * @event cp-close
 */
@customElement('cp-reread-dialog')
export class RereadDialog extends LitElement {
	static override styles = [
		controls,
		css`
			cp-dialog {
				--dialog-width: 680px;
			}
			p {
				margin: 0 0 var(--s3);
			}
			ul {
				list-style: none;
				margin: 0;
				padding: 0;
			}
			li {
				padding-block: var(--s2);
				border-block-start: 1px solid var(--line);
				overflow-wrap: anywhere;
			}
			h3 {
				margin: 0;
				font-size: var(--size-2);
				font-weight: 600;
			}
			.more {
				margin: 0;
				color: var(--ink-2);
			}
			.left {
				color: var(--ink);
			}
			blockquote {
				margin: var(--s1) 0 0;
				padding-inline-start: var(--s3);
				border-inline-start: 2px solid var(--line-strong);
				color: var(--ink-2);
			}
		`,
	]

	@property({ attribute: false }) readings: readonly Rereading[] = []

	override render(): TemplateResult {
		const readings = order.flatMap((kind) => this.readings.filter((reading) => reading.kind === kind))
		const ready = this.readings.filter(({ kind }) => kind === 'ready').length
		return html`<cp-dialog heading="Read again with the newer importer" @cp-close=${() => this.close()}>
			<p>${summary(this.readings)}</p>
			<ul tabindex="0" aria-label="What becomes of each document">
				${readings.map(
					(reading) => html`<li class=${reading.kind}>
						<h3>${reading.title}</h3>
						${this.fate(reading)}
					</li>`,
				)}
			</ul>
			<button slot="footer" ?autofocus=${ready === 0} @click=${() => this.close()}>
				${ready === 0 ? 'Close' : 'Cancel'}
			</button>
			${
				ready === 0
					? nothing
					: html`<button slot="footer" class="primary" autofocus @click=${() => this.dispatchEvent(new Event('reread-agreed'))}>
						Read ${ready === 1 ? 'it' : countDocuments(ready)} again
					</button>`
			}
		</cp-dialog>`
	}

	private fate(reading: Rereading): TemplateResult {
		switch (reading.kind) {
			case 'ready':
				return html`${placesOf(reading).map((line) => html`<p class="more">${line}</p>`)}
				${
					reading.left === 0
						? nothing
						: html`<p class="more left">${leftLine(reading.left)}</p>
							${reading.quotes.map((quote) => html`<blockquote>${quote}</blockquote>`)}`
				}`
			case 'same':
				return html`<p class="more">Reads just as before.</p>`
			case 'locked':
			case 'refused':
				return html`<p class="more">${reading.reason}</p>`
			default:
				return unreachable(reading)
		}
	}

	private close(): void {
		this.dispatchEvent(new Event('cp-close'))
	}
}

function summary(readings: readonly Rereading[]): string {
	const ready = readings.filter((reading) => reading.kind === 'ready')
	if (ready.length === 0) return 'Nothing changes.'
	const left = ready.reduce((sum, reading) => sum + reading.left, 0)
	const read = `${countDocuments(ready.length)} ${ready.length === 1 ? 'gets' : 'get'} a new text. Nothing has changed yet, and it can be undone.`
	return left === 0 ? `${read} Every highlight keeps its passage.` : read
}

const highlights = (count: number) => counted(count, 'highlight', 'highlights')

function placesOf({ exact, moved, left }: Extract<Rereading, { kind: 'ready' }>): readonly string[] {
	if (exact + moved + left === 0) return ['It has no highlights.']
	return [
		...(exact > 0
			? [`${highlights(exact)} ${exact === 1 ? 'stays where it is' : 'stay where they are'}.`]
			: []),
		...(moved > 0
			? [`${highlights(moved)} ${moved === 1 ? 'goes along with its' : 'go along with their'} words.`]
			: []),
	]
}

const leftLine = (left: number): string =>
	left === 1
		? '1 highlight has no sure place in the new text. It stays, with its note and themes, in Passages, notes and exports:'
		: `${highlights(left)} have no sure place in the new text. They stay, with their notes and themes, in Passages, notes and exports:`

declare global {
	interface HTMLElementTagNameMap {
		'cp-reread-dialog': RereadDialog
	}
}
