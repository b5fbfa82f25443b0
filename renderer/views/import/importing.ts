import { html } from 'lit'
import type { FileToken } from '../../../corpus/ids.ts'
import type { ImportReport } from '../../../preload/calls/library.ts'
import type { AppState } from '../../state/appstate.ts'
import { documents as countDocuments, counted } from '../counts.ts'
import { fillFrom } from '../dialogs/filldialog.ts'
import './pastedialog.ts'
import './reportdialog.ts'
import { importTable } from './tableimport.ts'
import { unlock } from './unlocking.ts'

/** Lets the reader choose files or a folder and imports them. */
export async function chooseAndImport(state: AppState, kind: 'documents' | 'folder'): Promise<void> {
	const files = await state.attempt(() => state.host.chooseUploads(kind))
	if (files) await importFiles(state, files)
}

/** Imports what was dropped or pasted as files. Must be called while the event is handled. */
export async function importTransfer(state: AppState, data: DataTransfer): Promise<void> {
	const files = await state.attempt(() => state.host.filesFromDrop(data))
	if (files) await importFiles(state, files)
}

export async function importFiles(state: AppState, files: readonly FileToken[]): Promise<void> {
	const report = await added(state, files)
	if (report) await tell(state, report)
}

/** Takes what the system hands over: one file is there to be read, whether it is new or in the library already. */
export async function openFiles(state: AppState, files: readonly FileToken[]): Promise<void> {
	const report = await added(state, files)
	if (!report) return
	const [first] = report.outcomes
	const isOne = files.length === 1 && report.outcomes.length === 1
	if (!isOne || !first || !('document' in first)) {
		await tell(state, report)
		return
	}
	state.router.go({ view: 'reading', document: first.document })
	if (hasWarnings(report)) await tell(state, report)
	else if (first.kind === 'added') state.done(addedLine(first))
}

async function added(state: AppState, files: readonly FileToken[]): Promise<ImportReport | null> {
	if (files.length === 0) return null
	const report = await state.attempt(() =>
		state.jobs.run('Adding documents', (job) =>
			state.client.call('import.files', { job, files: [...files], html: state.settings.value.html }),
		),
	)
	return report ? unlock(state, report) : null
}

/** The sample documents with their themes, highlights and notes. */
export async function importSample(state: AppState): Promise<void> {
	const report = await state.attempt(() =>
		state.jobs.run('Adding the sample library', (job) => state.client.call('library.sample', { job })),
	)
	if (!report) return
	const { added, present } = tally(report)
	if (added === 0 && present > 0) state.toasts.done('The sample library is here already.')
	else state.done(`Added the sample library: ${countDocuments(added)}.`)
}

/** Asks for text, format and title. `text` is what was pasted already. */
export async function pasteText(
	state: AppState,
	pasted: { text: string; markup: string } | null,
): Promise<void> {
	const input = await state.dialogs.show<{
		text: string
		format: 'text' | 'markdown' | 'html'
		title: string
	}>(
		(close) => html`<cp-paste-dialog
			.text=${pasted?.text ?? ''}
			.markup=${pasted?.markup ?? ''}
			@paste-agreed=${(event: HTMLElementEventMap['paste-agreed']) =>
				close({ text: event.text, format: event.format, title: event.title })}
			@cp-close=${() => close()}
		></cp-paste-dialog>`,
	)
	if (!input) return
	const report = await state.attempt(() =>
		state.jobs.run('Adding pasted text', (job) => state.client.call('import.text', { job, ...input })),
	)
	if (report) await tell(state, report)
}

/** One good file needs a line, anything else the list of what became of each. */
async function tell(state: AppState, report: ImportReport): Promise<void> {
	const [first] = report.outcomes
	if (report.outcomes.length === 1 && first?.kind === 'table') return importTable(state, first.token)
	if (report.outcomes.length === 1 && first?.kind === 'references' && first.unmatched.length === 0) {
		const text = `Filled the metadata of ${countDocuments(first.filled)} from “${first.file}”.`
		if (first.filled > 0) state.done(text)
		else state.toasts.done(`“${first.file}” says nothing that your documents do not say already.`)
		return
	}
	const isWhole = report.outcomes.length === 1 && !report.cancelled
	if (isWhole && first && 'document' in first && !hasWarnings(report)) {
		const text = first.kind === 'added' ? addedLine(first) : `“${first.title}” is in the library already.`
		const open = () => state.router.go({ view: 'reading', document: first.document })
		state.toasts.done(text, { label: 'Open', run: open })
		return
	}
	if (report.outcomes.length === 0) {
		state.toasts.done(
			report.cancelled ? 'Stopped: nothing was added.' : 'Nothing was added: there are no files in it.',
		)
		return
	}
	await state.dialogs.show(
		(close) => html`<cp-report-dialog
			.report=${report}
			.formats=${state.library.info?.formats ?? []}
			@document-open=${(event: HTMLElementEventMap['document-open']) => {
				close()
				state.router.go({ view: 'reading', document: event.document })
			}}
			@table-open=${(event: HTMLElementEventMap['table-open']) => {
				close()
				void importTable(state, event.file)
			}}
			@references-open=${(event: HTMLElementEventMap['references-open']) => {
				close()
				void fillFrom(state, event.file)
			}}
			@cp-close=${() => close()}
		></cp-report-dialog>`,
	)
}

const addedLine = ({ title, annotations }: { title: string; annotations: number }): string =>
	[`Added “${title}”.`, ...takenOver(annotations)].join(' ')

const hasWarnings = (report: ImportReport): boolean =>
	report.outcomes.some((outcome) => outcome.kind === 'added' && outcome.warnings.length > 0)

export function tally({ outcomes }: ImportReport): {
	added: number
	present: number
	tables: number
	filled: number
	locked: number
	refused: number
} {
	const of = (kind: string) => outcomes.filter((outcome) => outcome.kind === kind).length
	return {
		added: of('added'),
		present: of('present'),
		tables: of('table'),
		filled: outcomes.reduce((sum, outcome) => sum + (outcome.kind === 'references' ? outcome.filled : 0), 0),
		locked: of('locked'),
		refused: of('refused'),
	}
}

/** "12 highlights and comments taken over."; nothing where there were none. */
export const takenOver = (annotations: number): readonly string[] =>
	annotations === 0
		? []
		: [`${counted(annotations, 'highlight or comment', 'highlights and comments')} taken over.`]

/** "Added 12 documents, 3 were here already, 1 was refused." */
export function reportLine(report: ImportReport): string {
	const { added, present, tables, filled, locked, refused } = tally(report)
	const parts = [
		`Added ${countDocuments(added)}`,
		...(present > 0 ? [counted(present, 'was here already', 'were here already')] : []),
		...(filled > 0 ? [`filled the metadata of ${countDocuments(filled)}`] : []),
		...(tables > 0 ? [counted(tables, 'table waits for you', 'tables wait for you')] : []),
		...(locked > 0 ? [counted(locked, 'stayed locked', 'stayed locked')] : []),
		...(refused > 0 ? [counted(refused, 'was refused', 'were refused')] : []),
	]
	return `${report.cancelled ? 'Stopped. ' : ''}${parts.join(', ')}.`
}
