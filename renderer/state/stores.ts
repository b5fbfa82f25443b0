import type { Collection, DocumentRow, Note, NoteTarget } from '../../corpus/entities.ts'
import type { CollectionId, DocumentId, NoteId } from '../../corpus/ids.ts'
import type { Changed } from '../../preload/bridge.ts'
import type { Client } from '../client.ts'
import { ListStore } from './liststore.ts'

/** More rows than a window shows: those that the library begins with. */
const firstRows = 100

/**
 * The rows of the library table. In no order: views sort. The newest come first, so that a library of any size
 * is in sight at once.
 */
export class DocumentsStore extends ListStore<DocumentId, DocumentRow> {
	constructor(client: Client) {
		super(
			() => client.call('documents.list', {}),
			(ids) => client.call('documents.rows', { ids: [...ids] }),
			() => client.call('documents.list', { newest: firstRows }),
		)
	}

	apply(changed: Changed): void {
		this.refresh([...changed.documents, ...changed.touched])
	}
}

export class CollectionsStore extends ListStore<CollectionId, Collection> {
	constructor(client: Client) {
		super(() => client.call('collections.list', {}), null)
	}

	apply(changed: Changed): void {
		// Removing a document changes the counts of its collections.
		if (changed.collections.length > 0 || changed.documents.length > 0) {
			if (this.status !== 'idle') void this.reload()
		}
	}
}

/** All notes. The list of notes and theme pages need it; a document's own come with its highlights. */
export class NotesStore extends ListStore<NoteId, Note> {
	constructor(client: Client) {
		super(
			() => client.call('notes.list', {}),
			(ids) => client.call('notes.get', { ids: [...ids] }),
		)
	}

	/** The most recently changed first. */
	get recent(): readonly Note[] {
		return this.all.toSorted((a, b) => b.changedAt - a.changedAt)
	}

	/** Those of one thing, the oldest first. */
	of(target: NoteTarget): readonly Note[] {
		return this.all
			.filter((note) => sameTarget(note.target, target))
			.toSorted((a, b) => a.createdAt - b.createdAt)
	}

	apply(changed: Changed): void {
		this.refresh(changed.notes)
	}
}

const sameTarget = (a: NoteTarget, b: NoteTarget): boolean =>
	a.kind === b.kind && (a.kind === 'library' || b.kind === 'library' || a.id === b.id)
