import type { DocumentRow, ReadingStatus } from '../../../corpus/entities.ts'
import { foldForIndex, tokensOf } from '../../../corpus/folding.ts'
import type { CollectionId } from '../../../corpus/ids.ts'
import { formatNames } from '../../../corpus/names.ts'
import { orderOfDate } from '../../../corpus/vaguedate.ts'
import type { DocumentColumn } from '../../elements/documenttable.events.ts'
import { byline } from '../../elements/documenttable.ts'

/** Which documents the library view shows. */
export type LibraryTab =
	| { readonly kind: 'all' }
	| { readonly kind: 'status'; readonly status: ReadingStatus }
	| { readonly kind: 'collection'; readonly id: CollectionId }

/** `queue` and `added` have no column: they are the orders of *To read* and of everything else at first. */
export interface Sort {
	readonly by: DocumentColumn | 'queue' | 'added'
	readonly descending: boolean
}

/** A click on a column's heading: text begins with A, numbers and dates with the greatest; again turns it. */
export function sortedBy(column: DocumentColumn, sort: Sort): Sort {
	if (sort.by === column) return { by: column, descending: !sort.descending }
	return { by: column, descending: column === 'date' || column === 'passages' || column === 'words' }
}

export const inTab = (row: DocumentRow, tab: LibraryTab): boolean => {
	switch (tab.kind) {
		case 'all':
			return true
		case 'status':
			return row.status === tab.status
		case 'collection':
			return row.collections.includes(tab.id)
	}
}

/** Finds rows as the reader types; what a row says is folded once. */
export class RowFilter {
	readonly #folded = new WeakMap<DocumentRow, string>()

	/** Every word must begin or stand inside a word of title, names, container, keywords or file name. */
	matches(row: DocumentRow, words: readonly string[]): boolean {
		if (words.length === 0) return true
		let text = this.#folded.get(row)
		if (text === undefined) {
			const { metadata } = row
			text = foldForIndex(
				[
					metadata.title,
					formatNames(metadata.author ?? []),
					formatNames(metadata.editor ?? []),
					metadata['container-title'],
					metadata.publisher,
					metadata.keyword,
					metadata.citekey,
					row.fileName,
				].join('\n'),
			)
			this.#folded.set(row, text)
		}
		return words.every((word) => text.includes(word))
	}
}

export const filterWords = (typed: string): readonly string[] => tokensOf(foldForIndex(typed))

const statusOrder: readonly ReadingStatus[] = ['reading', 'to-read', 'done']

/** A new array in this order; equal rows stand by title, rows without a date or an author last. */
export function sortRows(rows: readonly DocumentRow[], sort: Sort): readonly DocumentRow[] {
	const { compare } = new Intl.Collator(undefined, { numeric: true })
	const byTitle = (a: DocumentRow, b: DocumentRow) => compare(a.metadata.title, b.metadata.title)
	const direction = sort.descending ? -1 : 1
	const byKey = (key: (row: DocumentRow) => number | string | null) => {
		const keys = new Map(rows.map((row) => [row, key(row)]))
		return (a: DocumentRow, b: DocumentRow) => {
			const left = keys.get(a) ?? null
			const right = keys.get(b) ?? null
			if (left === right) return byTitle(a, b)
			if (left === null) return 1
			if (right === null) return -1
			const order =
				typeof left === 'string' && typeof right === 'string'
					? compare(left, right)
					: Number(left) - Number(right)
			return order * direction || byTitle(a, b)
		}
	}
	return rows.toSorted(comparison(sort.by))

	function comparison(by: Sort['by']): (a: DocumentRow, b: DocumentRow) => number {
		switch (by) {
			case 'title':
				return byKey((row) => row.metadata.title)
			case 'author':
				return byKey((row) => byline(row))
			case 'date':
				return byKey((row) => dateNumber(row))
			case 'status':
				return byKey((row) => statusOrder.indexOf(row.status))
			case 'passages':
				return byKey((row) => row.highlights)
			case 'words':
				return byKey((row) => row.words)
			case 'queue':
				return byKey((row) => row.queue)
			case 'added':
				return byKey((row) => row.addedAt)
		}
	}
}

const dateNumber = ({ metadata: { issued } }: DocumentRow): number | null =>
	!issued || 'literal' in issued ? null : orderOfDate(issued)
