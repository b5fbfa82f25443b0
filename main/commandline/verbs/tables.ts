import { UserError } from '../../../corpus/errors.ts'
import type { ColumnUse } from '../../../corpus/tablereading.ts'
import { flag, text, type Verb } from '../verb.ts'
import { columns as columnsOf } from './library.ts'

const importTable: Verb = {
	form: 'FILE [--text COLUMN] [--title COLUMN] [--dry-run]',
	about:
		'Adds a table of texts (CSV, TSV, XLSX, JSON, JSONL), one document a row. Columns are guessed; --dry-run only says how. Ends with 1 when no row has a text.',
	words: { least: 1, most: 1 },
	options: { text, title: text, 'dry-run': flag },
	founds: true,
	async run(session, given) {
		const [word = ''] = given.words
		const file = session.token(given.path(word), word)
		const { columns, reading: guessed, total, empty } = await session.call('tables.preview', { file })
		const named = { text: given.text('text'), title: given.text('title') }
		for (const name of Object.values(named))
			if (name !== undefined && !columns.includes(name))
				throw new UserError('invalid', `There is no column “${name}”: there are ${columns.join(', ')}.`)
		const uses = guessed.columns.map((use, index): ColumnUse | null => {
			if (columns[index] === named.text) return { kind: 'text' }
			if (columns[index] === named.title) return { kind: 'metadata', field: 'title' }
			const isReplaced =
				(named.text !== undefined && use?.kind === 'text') ||
				(named.title !== undefined && use?.kind === 'metadata' && use.field === 'title')
			return isReplaced ? null : use
		})
		const reading = { ...guessed, columns: uses }
		const lines = columns.map((name, index) => columnsOf(name, useLine(uses[index] ?? null)))
		if (given.flag('dry-run'))
			return {
				lines: [...lines, columnsOf('rows', `${total - empty}`)],
				json: { columns, reading, total, empty },
			}
		const job = session.job()
		const report = await session.call('tables.import', { job, file, reading, repeated: false })
		const { added, present, left } = report
		return {
			lines: [`added ${added}`, `present ${present}`, `left ${left}`],
			json: report,
			failed: added + present === 0,
		}
	},
}

const useLine = (use: ColumnUse | null): string => {
	if (use === null) return 'left out'
	if (use.kind === 'metadata') return use.field
	return use.kind === 'own' ? `own field ${use.name}` : use.kind
}

export const tableVerbs = { table: importTable }
