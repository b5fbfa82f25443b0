import type { ExportScope } from '../../../preload/calls/export.ts'
import type { AppState } from '../../state/appstate.ts'
import { documents as countDocuments, passages as countPassages } from '../counts.ts'

/** What an export can be of, as a list offers it. */
export interface OfferedScope {
	readonly key: string
	readonly label: string
	readonly scope: ExportScope
}

/** The library and its collections; before them what the reader came with, if it is neither. */
export function offeredScopes(state: AppState, first: ExportScope): readonly OfferedScope[] {
	const offered: readonly ExportScope[] = [
		{ kind: 'library' },
		...state.collections.all.map(({ id }): ExportScope => ({ kind: 'collection', id })),
	]
	const known = offered.some((scope) => keyOfScope(scope) === keyOfScope(first))
	return (known ? offered : [first, ...offered]).map((scope) => ({
		key: keyOfScope(scope),
		label: nameOf(state, scope),
		scope,
	}))
}

/** Tells the offered scopes apart: of those that list what they are of, one is offered at most. */
export const keyOfScope = (scope: ExportScope): string =>
	'id' in scope ? `${scope.kind} ${scope.id}` : scope.kind

function nameOf({ collections, documents, themes }: AppState, scope: ExportScope): string {
	switch (scope.kind) {
		case 'library':
			return 'The whole library'
		case 'collection':
			return `Collection “${collections.get(scope.id)?.name ?? ''}”`
		case 'documents': {
			const [only] = scope.ids
			const title = scope.ids.length === 1 && only ? documents.get(only)?.metadata.title : undefined
			return title ? `“${title}”` : countDocuments(scope.ids.length)
		}
		case 'theme':
			return `Theme “${themes.get(scope.id)?.name ?? ''}”`
		case 'passages':
			return countPassages(scope.ids.length)
	}
}
