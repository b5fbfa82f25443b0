import { html } from 'lit'
import type { ReadingStatus } from '../../../corpus/entities.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { ExportScope } from '../../../preload/calls/export.ts'
import type { AppState } from '../../state/appstate.ts'
import { documents as countDocuments } from '../counts.ts'
import '../dialogs/exportdialog.ts'
import '../dialogs/metadatadialog.ts'

/** Takes documents out of the library: undoable, hence without a question. */
export async function removeDocuments(state: AppState, documents: readonly DocumentId[]): Promise<void> {
	const [first] = documents
	if (first === undefined) return
	const title = state.documents.get(first)?.metadata.title
	const done = await state.attempt(async () => {
		await state.client.call('documents.remove', { ids: [...documents] })
		return true
	})
	if (!done) return
	if (state.router.route.view === 'reading' && documents.includes(state.router.route.document))
		state.router.leave()
	state.done(
		documents.length === 1 && title ? `Removed “${title}”.` : `Removed ${countDocuments(documents.length)}.`,
	)
}

export async function setStatus(
	state: AppState,
	documents: readonly DocumentId[],
	status: ReadingStatus,
): Promise<void> {
	await state.attempt(() => state.client.call('documents.status', { ids: [...documents], status }))
}

export async function editMetadata(state: AppState, documents: readonly DocumentId[]): Promise<void> {
	if (documents.length === 0) return
	await state.dialogs.show(
		(close) =>
			html`<cp-metadata-dialog
				.state=${state}
				.documents=${documents}
				@cp-close=${() => close()}
			></cp-metadata-dialog>`,
	)
}

/** Opens the export dialog on this part of the library. */
export async function exportDocuments(state: AppState, scope: ExportScope): Promise<void> {
	await state.dialogs.show(
		(close) =>
			html`<cp-export-dialog .state=${state} .scope=${scope} @cp-close=${() => close()}></cp-export-dialog>`,
	)
}
