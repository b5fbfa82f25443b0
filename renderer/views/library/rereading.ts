import { html } from 'lit'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { Rereading } from '../../../preload/calls/documents.ts'
import type { AppState } from '../../state/appstate.ts'
import { documents as countDocuments, counted } from '../counts.ts'
import { askPassword } from '../import/unlocking.ts'
import './rereaddialog.ts'

/** Those of the documents that a newer importer may read better. */
export const outdatedOf = (state: AppState, documents: readonly DocumentId[]): readonly DocumentId[] =>
	documents.filter((id) => state.documents.get(id)?.outdated)

export const allOutdated = (state: AppState): readonly DocumentId[] =>
	state.documents.all.filter(({ outdated }) => outdated).map(({ id }) => id)

/** Reads the originals of documents again, shows what that would change, and does it if the reader agrees. */
export async function reread(state: AppState, documents: readonly DocumentId[]): Promise<void> {
	const ids = outdatedOf(state, documents)
	if (ids.length === 0) return
	const report = await preview(state, ids)
	if (!report || report.cancelled) return
	const readings = await unlocked(state, report.readings)
	if (readings.every(({ kind }) => kind === 'same')) {
		state.toasts.done(
			`The newer importer reads ${readings.length === 1 ? 'it' : 'them'} just as before: nothing changes.`,
		)
		return
	}
	const agreed = await state.dialogs.show<true>(
		(close) => html`<cp-reread-dialog
			.readings=${readings}
			@reread-agreed=${() => close(true)}
			@cp-close=${() => close()}
		></cp-reread-dialog>`,
	)
	if (agreed) await apply(state, readings)
}

const preview = (state: AppState, documents: readonly DocumentId[], password?: string) =>
	state.attempt(() =>
		state.jobs.run('Reading originals again', (job) =>
			state.client.call('reread.preview', {
				job,
				documents: [...documents],
				...(password === undefined ? {} : { password }),
			}),
		),
	)

/** Asks for the passwords of those that are locked. What is skipped stays locked. */
async function unlocked(state: AppState, readings: readonly Rereading[]): Promise<readonly Rereading[]> {
	const locked = readings.filter((reading) => reading.kind === 'locked')
	const opened = new Map<DocumentId, Rereading>()
	let password = ''
	for (const [index, { document, title, reason }] of locked.entries()) {
		const left = locked.length - index - 1
		for (let tried = false; !opened.has(document); tried = true) {
			const answer = await askPassword(state, { file: title, reason }, { password, tried, left })
			if (answer === null) return readings.map((reading) => opened.get(reading.document) ?? reading)
			if (answer === undefined) break
			password = answer
			const [again] = (await preview(state, [document], password))?.readings ?? []
			if (again && again.kind !== 'locked') opened.set(document, again)
		}
	}
	return readings.map((reading) => opened.get(reading.document) ?? reading)
}

async function apply(state: AppState, readings: readonly Rereading[]): Promise<void> {
	const ready = readings.filter((reading) => reading.kind === 'ready')
	const placed = await state.attempt(() =>
		state.client.call('reread.apply', { versions: ready.map(({ version }) => version) }),
	)
	if (placed === null) return
	const left = ready.reduce((sum, reading) => sum + reading.left, 0)
	const kept = left === 0 ? '' : ` ${counted(left, 'highlight is', 'highlights are')} kept without a place.`
	state.done(`Read ${countDocuments(ready.length)} again.${kept}`)
}
