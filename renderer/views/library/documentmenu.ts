import type { Collection, ReadingStatus } from '../../../corpus/entities.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import { statusNames } from '../../elements/documenttable.ts'
import type { MenuEntry } from '../../elements/menu.ts'
import type { AppState } from '../../state/appstate.ts'
import { writeNote } from '../notes/writing.ts'
import { addToCollection } from './collections.ts'
import { editMetadata, exportDocuments, removeDocuments, setStatus } from './documentactions.ts'
import { openOriginal, saveOriginal } from './originals.ts'
import { outdatedOf, reread } from './rereading.ts'

const statuses: readonly ReadingStatus[] = ['to-read', 'reading', 'done']

/** What can be done with these documents. `collection`: the one that is shown, if one is. */
export function documentMenu(
	state: AppState,
	documents: readonly DocumentId[],
	collection: Collection | null,
): readonly MenuEntry[] {
	const [first] = documents
	if (first === undefined) return []
	const open: MenuEntry = {
		kind: 'item',
		label: 'Open',
		icon: 'book',
		run: () => state.router.go({ view: 'reading', document: first }),
	}
	const passages: MenuEntry = {
		kind: 'item',
		label: 'Its passages',
		icon: 'passages',
		run: () => state.router.go({ view: 'passages', query: { document: first } }),
	}
	const note: MenuEntry = {
		kind: 'item',
		label: 'Note on it',
		icon: 'notes',
		run: () => writeNote(state, { kind: 'document', id: first }),
	}
	const original: readonly MenuEntry[] = [
		{
			kind: 'item',
			label: 'Open the original',
			icon: 'file',
			run: () => openOriginal(state, first),
		},
		{ kind: 'item', label: 'Save a copy of the original…', run: () => saveOriginal(state, first) },
		separator,
	]
	const again: MenuEntry = {
		kind: 'item',
		label: 'Read again with the newer importer…',
		icon: 'redo',
		run: () => reread(state, documents),
	}
	const take: MenuEntry[] = collection
		? [
				{
					kind: 'item',
					label: `Take out of “${collection.name}”`,
					run: () =>
						state.attempt(() =>
							state.client.call('collections.take', { id: collection.id, documents: [...documents] }),
						),
				},
			]
		: []
	return [
		...(documents.length === 1 ? [open, passages, note, separator] : []),
		...statusEntries(state, documents),
		separator,
		{ kind: 'item', label: 'Collections…', icon: 'folder', run: () => addToCollection(state, documents) },
		...take,
		{ kind: 'item', label: 'Edit metadata…', icon: 'pencil', run: () => editMetadata(state, documents) },
		{
			kind: 'item',
			label: 'Export…',
			icon: 'download',
			run: () => exportDocuments(state, { kind: 'documents', ids: [...documents] }),
		},
		separator,
		...(documents.length === 1 ? original : []),
		...(outdatedOf(state, documents).length > 0 ? [again, separator] : []),
		{
			kind: 'item',
			label: 'Remove from the library',
			icon: 'trash',
			danger: true,
			run: () => removeDocuments(state, documents),
		},
	]
}

const separator: MenuEntry = { kind: 'separator' }

/** One entry for each status, ticked where all of them have it. */
export function statusEntries(state: AppState, documents: readonly DocumentId[]): readonly MenuEntry[] {
	const rows = documents.flatMap((id) => state.documents.get(id) ?? [])
	return statuses.map((status) => ({
		kind: 'item',
		label: statusNames[status],
		checked: rows.length > 0 && rows.every((row) => row.status === status),
		run: () => setStatus(state, documents, status),
	}))
}
