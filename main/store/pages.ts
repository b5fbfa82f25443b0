import type { Page, PageSize, Run } from '../../corpus/page.ts'
import type { ReadDb, WriteDb } from './connection.ts'

/** The pages of a text that is whole; a part that was split from it has none. */
export function addPages(db: WriteDb, version: number, pages: readonly Page[]): void {
	for (const [number, { width, height, label, start, runs }] of pages.entries())
		db.run(
			`INSERT INTO page (version, number, width, height, label, start, runs)
			VALUES (:version, :number, :width, :height, :label, :start, :runs)`,
			{ version, number, width, height, label, start, runs: packedRuns(runs) },
		)
}

/** Runs as they are kept. */
export const packedRuns = (runs: readonly Run[]): string => JSON.stringify(runs.flatMap(packed))

const packed = ({ start, end, x, y, width, height, angle, vertical }: Run): readonly number[] => [
	...[start, end, x, y, width, height],
	vertical ? angle + 360 : angle,
]

/** How many numbers a run is kept as. */
const runLength = 7

function unpacked(numbers: readonly number[]): readonly Run[] {
	const runs: Run[] = []
	for (let at = 0; at + runLength <= numbers.length; at += runLength) {
		const [start = 0, end = 0, x = 0, y = 0, width = 0, height = 0, turn = 0] = numbers.slice(
			at,
			at + runLength,
		)
		const box = { start, end, x, y, width, height }
		runs.push(turn >= 360 ? { ...box, angle: turn - 360, vertical: true } : { ...box, angle: turn })
	}
	return runs
}

/** @param version its `k` */
export const pagesOf = (db: ReadDb, version: number): readonly PageSize[] =>
	db.all<PageSize>('SELECT width, height, label, start FROM page WHERE version = :version ORDER BY number', {
		version,
	})

/** The runs of the pages `[from, to)`, counted from 0, a list for each page. */
export const runsOf = (db: ReadDb, version: number, from: number, to: number): readonly (readonly Run[])[] =>
	db
		.all<{ runs: string }>(
			'SELECT runs FROM page WHERE version = :version AND number >= :from AND number < :to ORDER BY number',
			{ version, from, to },
		)
		.map(({ runs }) => unpacked(JSON.parse(runs)))
