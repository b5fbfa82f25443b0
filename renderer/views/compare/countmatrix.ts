import type { DocumentId, ThemeId } from '../../../corpus/ids.ts'
import type { ThemeLook } from '../../elements/themelook.ts'
import type { Matrix, MatrixRow } from '../../elements/themematrix.ts'

export interface MatrixInput {
	/** Each passage: its document, and its themes. */
	readonly passages: readonly { readonly document: DocumentId; readonly themes: readonly ThemeId[] }[]
	/** The columns, each with the themes that count for it: itself, or with those below. */
	readonly columns: readonly { readonly look: ThemeLook; readonly themes: ReadonlySet<ThemeId> }[]
	readonly rows: readonly {
		readonly label: string
		readonly source: MatrixRow['source']
		readonly documents: readonly DocumentId[]
	}[]
}

/**
 * Counts passages. A passage with two themes of one column counts once in it, and once in a row's total.
 * Rows and columns without any passage are left out; the fullest rows come first.
 */
export function countMatrix({ passages, columns, rows }: MatrixInput): Matrix {
	const { compare } = new Intl.Collator(undefined, { numeric: true })
	const byDocument = Map.groupBy(passages, ({ document }) => document)
	const counted = rows.map(({ label, source, documents }) => {
		const here = documents.flatMap((id) => byDocument.get(id) ?? [])
		const hits = here.map((passage) =>
			columns.map(({ themes }) => passage.themes.some((theme) => themes.has(theme))),
		)
		return {
			key: `${source.kind} ${source.id}`,
			label,
			source,
			counts: columns.map((_, index) => hits.filter((hit) => hit[index]).length),
			total: hits.filter((hit) => hit.includes(true)).length,
		}
	})
	const isUsed = columns.map((_, index) => counted.some(({ counts }) => (counts[index] ?? 0) > 0))
	const kept = counted
		.filter(({ total }) => total > 0)
		.map((row) => ({ ...row, counts: row.counts.filter((_, index) => isUsed[index]) }))
		.toSorted((a, b) => b.total - a.total || compare(a.label, b.label))
	return {
		columns: columns.filter((_, index) => isUsed[index]).map(({ look }) => look),
		rows: kept,
		greatest: kept.reduce((greatest, { counts }) => Math.max(greatest, ...counts), 0),
	}
}
