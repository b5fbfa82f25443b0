import type { PassageQuery } from '../../../preload/calls/passages.ts'
import type { QueryChip } from '../../elements/querychips.ts'
import { hueStyle } from '../../elements/themelook.ts'
import type { AppState } from '../../state/appstate.ts'
import { documents, passages } from '../counts.ts'

/** The conditions of a query as chips; words have a field of their own. */
export function chipsOf(query: PassageQuery, state: AppState): readonly QueryChip[] {
	const chips: QueryChip[] = []
	if (query.theme !== undefined) {
		const look = state.themes.looks.get(query.theme)
		const name = look?.name ?? 'A theme that is gone'
		const below = query.below === true && (state.themes.node(query.theme)?.children.length ?? 0) > 0
		chips.push({
			key: 'theme',
			label: below ? `${name}, with those below` : name,
			...(look ? { hueStyle: hueStyle(look.hue) } : {}),
		})
	}
	if (query.document !== undefined)
		chips.push({
			key: 'document',
			label: state.documents.get(query.document)?.metadata.title ?? 'A document that is gone',
		})
	if (query.collection !== undefined)
		chips.push({
			key: 'collection',
			label: state.collections.get(query.collection)?.name ?? 'A collection that is gone',
		})
	if (query.toSort === true) chips.push({ key: 'toSort', label: 'To sort' })
	return chips
}

/** The query without one of its conditions. */
export function without(query: PassageQuery, key: string): PassageQuery {
	const { theme, below, document, collection, toSort, words } = query
	return {
		...(theme !== undefined && key !== 'theme' ? { theme } : {}),
		...(below !== undefined && key !== 'theme' ? { below } : {}),
		...(document !== undefined && key !== 'document' ? { document } : {}),
		...(collection !== undefined && key !== 'collection' ? { collection } : {}),
		...(toSort !== undefined && key !== 'toSort' ? { toSort } : {}),
		...(words !== undefined && key !== 'words' ? { words } : {}),
	}
}

/** "4 passages in 3 documents" */
export const countLine = (found: readonly { readonly highlight: { readonly document: string } }[]): string =>
	found.length === 0
		? 'No passages'
		: `${passages(found.length)} in ${documents(new Set(found.map(({ highlight }) => highlight.document)).size)}`
