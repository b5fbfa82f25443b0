import { html } from 'lit'
import type { DocumentId } from '../../../corpus/ids.ts'
import { byline } from '../../elements/documenttable.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/pickdialog.ts'

/**
 * Lets the reader pick a document by typing a part of its title.
 *
 * @param except is not offered
 */
export async function pickDocument(
	state: AppState,
	heading: string,
	except: DocumentId | null = null,
): Promise<DocumentId | null> {
	const options = state.documents.all
		.filter(({ id }) => id !== except)
		.toSorted((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0))
		.map((row) => ({ id: row.id, label: row.metadata.title, hint: byline(row) }))
	const picked = await state.dialogs.show<string>(
		(close) => html`<cp-pick-dialog
			.heading=${heading}
			.options=${options}
			@pick=${(event: HTMLElementEventMap['pick']) => close(event.id)}
			@cp-close=${() => close()}
		></cp-pick-dialog>`,
	)
	return state.documents.all.find(({ id }) => id === picked)?.id ?? null
}
