import { css, html, LitElement, nothing } from 'lit'
import { customElement, property } from 'lit/decorators.js'
import type { JobId } from '../../corpus/ids.ts'
import { controls } from './controls.ts'
import './icon.ts'

/** Long work that goes on. `total` is null while it is not known. */
export interface JobLine {
	readonly id: JobId
	readonly label: string
	readonly done: number
	readonly total: number | null
	readonly stopping: boolean
}

/** The reader wants long work to stop. */
export class JobCancelEvent extends Event {
	static readonly type = 'job-cancel'
	readonly job: JobId

	constructor(job: JobId) {
		super(JobCancelEvent.type)
		this.job = job
	}
}

/**
 * Long work with its progress and a way to stop it.
 *
 * @event job-cancel
 */
@customElement('cp-job-list')
export class JobList extends LitElement {
	static override readonly styles = [
		controls,
		css`
			:host { display: block; }
			section { display: grid; gap: var(--s2); }
			.job { display: grid; grid-template-columns: 1fr auto; align-items: center; column-gap: var(--s2); }
			.what { display: flex; gap: var(--s2); min-width: 0; }
			.label { flex: 1; min-width: 0; overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
			.numbers { white-space: nowrap; color: var(--ink-2); font-size: var(--size-1); font-variant-numeric: tabular-nums; }
			progress {
				grid-column: 1;
				width: 100%;
				height: 4px;
				appearance: none;
				border: 0;
				border-radius: 2px;
				overflow: hidden;
				background: var(--pressed);
			}
			progress::-webkit-progress-bar { background: var(--pressed); }
			progress::-webkit-progress-value { background: var(--accent); }
			button { grid-column: 2; grid-row: 1 / 3; }
		`,
	]

	@property({ attribute: false }) jobs: readonly JobLine[] = []

	override render() {
		// A place of its own to go to: over a narrow window it lies outside all others.
		return html`<section aria-label="Work that goes on">${this.jobs.map((job) => this.#job(job))}</section>`
	}

	#job(job: JobLine) {
		return html`<div class="job">
			<span class="what">
				<span class="label" title=${job.label}>${job.stopping ? 'Stopping: ' : ''}${job.label}</span>
				${
					job.total === null
						? nothing
						: html`<span class="numbers">${job.done.toLocaleString('en')} of ${job.total.toLocaleString('en')}</span>`
				}
			</span>
			<progress
				aria-label=${job.label}
				max=${job.total ?? nothing}
				value=${job.total === null ? nothing : job.done}
			></progress>
			<button
				type="button"
				class="icon"
				aria-label="Stop: ${job.label}"
				title="Stop"
				?disabled=${job.stopping}
				@click=${() => this.dispatchEvent(new JobCancelEvent(job.id))}
			>
				<cp-icon name="close"></cp-icon>
			</button>
		</div>`
	}
}

declare global {
	interface HTMLElementTagNameMap {
		'cp-job-list': JobList
	}
	interface HTMLElementEventMap {
		'job-cancel': JobCancelEvent
	}
}
