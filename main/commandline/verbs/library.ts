import type { Step } from '../../../corpus/entities.ts'
import { UserError, unreachable } from '../../../corpus/errors.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { Metadata } from '../../../corpus/metadata.ts'
import { formatNames } from '../../../corpus/names.ts'
import { formatVagueDate } from '../../../corpus/vaguedate.ts'
import type { ImportOutcome } from '../../../preload/calls/library.ts'
import type { Session } from '../session.ts'
import { flag, type Result, text, type Verb } from '../verb.ts'

const importFiles: Verb = {
	form: 'PATH… [--whole-page] [--password WORD]',
	about:
		'Adds files and folders. --whole-page takes all of a saved web page, not its article alone. --password opens those that are locked. Ends with 1 when one was refused, stayed locked, or is a table, which “commonplace table” adds.',
	words: { least: 1, most: Number.POSITIVE_INFINITY },
	options: { 'whole-page': flag, password: text },
	founds: true,
	async run(session, given) {
		const password = given.text('password')
		const report = await session.call('import.files', {
			job: session.job(),
			files: given.words.map((word) => session.token(given.path(word), word)),
			html: given.flag('whole-page') ? 'page' : 'article',
			...(password === undefined ? {} : { password }),
		})
		const { outcomes } = report
		return {
			lines: outcomes.map(outcomeLine),
			json: outcomes,
			failed: outcomes.some(({ kind }) => kind === 'refused' || kind === 'locked' || kind === 'table'),
		}
	},
}

function outcomeLine(outcome: ImportOutcome): string {
	switch (outcome.kind) {
		case 'added':
			return columns(`added ${outcome.document}`, outcome.file)
		case 'present':
			return columns(`present ${outcome.document}`, outcome.file)
		case 'locked':
			return `locked ${outcome.file}: ${outcome.reason}`
		case 'refused':
			return `refused ${outcome.file}: ${outcome.reason}`
		case 'table':
			return `table ${outcome.file}: add it with “commonplace table”`
		case 'references':
			return `references ${outcome.file}: ${outcome.filled} documents filled, ${outcome.unmatched.length} of ${outcome.entries} entries belong to none`
		default:
			return unreachable(outcome)
	}
}

const documents: Verb = {
	form: '',
	about: 'Lists the documents: id, title, authors, date.',
	words: { least: 0, most: 0 },
	options: {},
	async run(session) {
		const rows = await session.call('documents.list', {})
		return { lines: rows.map(({ id, metadata }) => columns(id, ...described(metadata))), json: rows }
	},
}

const described = ({ title, author, issued }: Metadata): readonly string[] => [
	title,
	formatNames(author ?? []),
	issued ? formatVagueDate(issued) : '',
]

const readingText: Verb = {
	form: 'ID',
	about: 'Prints the reading text of a document.',
	words: { least: 1, most: 1 },
	options: {},
	async run(session, given) {
		const { text } = await session.call('documents.text', {
			id: await documentNamed(session, given.words[0]),
		})
		return { lines: [text.replace(/\n$/, '')], json: { text } }
	},
}

const undo: Verb = {
	form: '',
	about: 'Undoes the last change.',
	words: { least: 0, most: 0 },
	options: {},
	run: async (session) => stepDone(await session.call('history.undo', {}), 'Undone', 'Nothing to undo.'),
}

const redo: Verb = {
	form: '',
	about: 'Does again what was undone last.',
	words: { least: 0, most: 0 },
	options: {},
	run: async (session) => stepDone(await session.call('history.redo', {}), 'Done again', 'Nothing to redo.'),
}

const stepDone = (step: Step | null, done: string, nothing: string): Result => ({
	lines: [step === null ? nothing : `${done}: ${step.name}`],
	json: step,
})

const history: Verb = {
	form: '',
	about: 'Lists the changes, the newest first: time, done or undone, name.',
	words: { least: 0, most: 0 },
	options: {},
	async run(session) {
		const steps = await session.call('history.list', {})
		return {
			lines: steps.map(({ at, state, name }) => columns(new Date(at).toISOString(), state, name)),
			json: steps,
		}
	},
}

/** A line of columns, for programs that cut at tabs. */
export const columns = (...cells: readonly string[]): string =>
	cells.map((cell) => cell.replace(/\s+/g, ' ')).join('\t')

/** @throws {UserError} `not-found`: what was never in a library cannot have left it, as the calls would say */
export async function documentNamed(session: Session, word: string | undefined): Promise<DocumentId> {
	const id = (word ?? '') as DocumentId
	const rows = await session.call('documents.rows', { ids: [id] })
	if (rows.length === 0)
		throw new UserError(
			'not-found',
			`There is no document with the ID “${id}” in this library. “commonplace documents” lists those that are.`,
		)
	return id
}

export const libraryVerbs = { import: importFiles, documents, text: readingText, undo, redo, history }
