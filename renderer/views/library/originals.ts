import type { DocumentId } from '../../../corpus/ids.ts'
import type { OriginalCopy } from '../../../preload/calls/documents.ts'
import type { AppState } from '../../state/appstate.ts'

/** Opens a copy of the file that a document was imported from in another program. */
export const openOriginal = (state: AppState, id: DocumentId): Promise<void> =>
	handOver(
		state,
		() => state.client.call('documents.openOriginal', { id }),
		(name) => `Opened a copy of “${name}” in another program.`,
	)

/** Saves a copy of the file that a document was imported from. */
export const saveOriginal = (state: AppState, id: DocumentId): Promise<void> =>
	handOver(
		state,
		() => state.client.call('documents.saveOriginal', { id }),
		(name) => `Saved a copy of the original: ${name}`,
	)

async function handOver(
	state: AppState,
	ask: () => Promise<OriginalCopy>,
	told: (name: string) => string,
): Promise<void> {
	const copy = await state.attempt(ask)
	if (copy?.kind === 'download') state.host.download(copy.url)
	if (copy?.kind === 'done') state.toasts.done(told(copy.name))
}
