import type { Collection } from '../../../corpus/entities.ts'
import type { MenuEntry } from '../../elements/menu.ts'
import type { AppState } from '../../state/appstate.ts'
import { removeCollection, renameCollection } from './collections.ts'
import { exportDocuments } from './documentactions.ts'

/** What can be done with a collection. */
export const collectionMenu = (state: AppState, collection: Collection): readonly MenuEntry[] => [
	{ kind: 'item', label: 'Rename…', icon: 'pencil', run: () => renameCollection(state, collection) },
	{
		kind: 'item',
		label: 'Export…',
		icon: 'download',
		run: () => exportDocuments(state, { kind: 'collection', id: collection.id }),
	},
	{ kind: 'separator' },
	{
		kind: 'item',
		label: 'Remove the collection, keep its documents',
		icon: 'trash',
		run: () => removeCollection(state, collection),
	},
]
