import { html } from 'lit'
import type { DocumentId } from '../../corpus/ids.ts'
import type { Handlers } from '../commands/registry.ts'
import type { AppState } from '../state/appstate.ts'
import { fillMetadata } from './dialogs/filldialog.ts'
import { editTemplates } from './dialogs/templatesdialog.ts'
import { chooseAndImport, importSample, pasteText } from './import/importing.ts'
import { chooseTable } from './import/tableimport.ts'
import { editMetadata, exportDocuments, removeDocuments } from './library/documentactions.ts'
import { openOriginal, saveOriginal } from './library/originals.ts'
import { allOutdated, outdatedOf, reread } from './library/rereading.ts'
import { offerUnsaved, writeNote } from './notes/writing.ts'
import './dialogs/historydialog.ts'
import './dialogs/settingsdialog.ts'

/** The commands behind the dialogs: importing, exporting, metadata, history, settings. */
export function viewCommands(state: AppState): Handlers {
	/** The document that is open; views with a selection bring handlers of their own. */
	const open = (): readonly DocumentId[] => {
		const { route } = state.router
		return route.view === 'reading' ? [route.document] : []
	}
	const onOpen = (run: (documents: readonly DocumentId[]) => unknown) => ({
		run: () => run(open()),
		enabled: () => open().length > 0,
	})
	return {
		'documents.add': () => chooseAndImport(state, 'documents'),
		'documents.addFolder': () => chooseAndImport(state, 'folder'),
		'documents.paste': () => pasteText(state, null),
		'library.sample': () => importSample(state),
		'library.open': {
			run: async () => {
				// What is written after the change would go to the other library.
				if (!(await state.unsaved.flush())) {
					const isLeft = await state.dialogs.confirm({
						heading: 'Open another library?',
						text: 'A note could not be saved. What you wrote last in it is lost if you do: copy it before.',
						action: 'Open and lose it',
						danger: true,
					})
					if (!isLeft) {
						offerUnsaved(state)
						return
					}
				}
				await state.attempt(() => state.client.call('library.choose', {}))
			},
			enabled: () => state.host.face === 'desktop',
		},
		'documents.addTable': () => chooseTable(state),
		'metadata.fill': () => fillMetadata(state),
		'document.metadata': onOpen((documents) => editMetadata(state, documents)),
		'document.note': onOpen(([document]) => document && writeNote(state, { kind: 'document', id: document })),
		'document.openOriginal': onOpen(([document]) => document && openOriginal(state, document)),
		'document.saveOriginal': onOpen(([document]) => document && saveOriginal(state, document)),
		'document.reread': {
			run: () => reread(state, open()),
			enabled: () => outdatedOf(state, open()).length > 0,
		},
		'library.reread': {
			run: () => reread(state, allOutdated(state)),
			enabled: () => allOutdated(state).length > 0,
		},
		'document.remove': onOpen((documents) => removeDocuments(state, documents)),
		'export.markdown': () => exportDocuments(state, { kind: 'library' }),
		'export.again': () => exportAgain(state),
		'export.templates': () => editTemplates(state),
		'history.show': () =>
			state.dialogs.show(
				(close) => html`<cp-history-dialog .state=${state} @cp-close=${() => close()}></cp-history-dialog>`,
			),
		'settings.open': () =>
			state.dialogs.show(
				(close) => html`<cp-settings-dialog .state=${state} @cp-close=${() => close()}></cp-settings-dialog>`,
			),
	}
}

/** The last export once more, without a question; what it did in one line. */
async function exportAgain(state: AppState): Promise<void> {
	const last = await state.attempt(async () => ({ memory: await state.client.call('export.last', {}) }))
	if (!last) return
	if (!last.memory) {
		await exportDocuments(state, { kind: 'library' })
		return
	}
	const summary = await state.attempt(() =>
		state.jobs.run('Exporting', (job) => state.client.call('export.again', { job })),
	)
	if (!summary) return
	if (summary.download) state.host.download(summary.download)
	state.toasts.done(`Exported ${summary.line}`)
}
