import { html } from 'lit'
import type { FileToken } from '../../../corpus/ids.ts'
import type { TableReport } from '../../../preload/calls/tables.ts'
import type { AppState } from '../../state/appstate.ts'
import { documents as countDocuments, counted } from '../counts.ts'
import type { TableAgreedEvent } from './tabledialog.ts'
import './tabledialog.ts'

/** Lets the reader choose a table of texts and say what its columns are. */
export async function chooseTable(state: AppState): Promise<void> {
	const files = await state.attempt(() => state.host.chooseUploads('table'))
	const [file] = files ?? []
	if (file !== undefined) await importTable(state, file)
}

/** Shows a table of texts, asks what its columns are, and adds a document for each row. */
export async function importTable(state: AppState, file: FileToken): Promise<void> {
	const preview = await state.attempt(() => state.client.call('tables.preview', { file }))
	if (!preview) return
	const agreed = await state.dialogs.show<TableAgreedEvent>(
		(close) => html`<cp-table-dialog
			.state=${state}
			.file=${file}
			.preview=${preview}
			@table-agreed=${(event: TableAgreedEvent) => close(event)}
			@cp-close=${() => close()}
		></cp-table-dialog>`,
	)
	if (!agreed) return
	const { repeated } = agreed
	const { headings, columns, markup } = agreed.reading
	const reading = { headings, markup, columns: [...columns] }
	const report = await state.attempt(() =>
		state.jobs.run(`Adding ${preview.fileName}`, (job) =>
			state.client.call('tables.import', { job, file, reading, repeated }),
		),
	)
	if (!report) return
	const line = tableReportLine(report, preview.fileName)
	if (report.added > 0) state.done(line)
	else state.toasts.done(line)
}

/** "Added 12 documents from “answers.csv”, 2 rows were left out." */
function tableReportLine(report: TableReport, fileName: string): string {
	const { added, present, left, cancelled } = report
	const parts = [
		`Added ${countDocuments(added)} from “${fileName}”`,
		...(present > 0 ? [counted(present, 'was here already', 'were here already')] : []),
		...(left > 0 ? [`${counted(left, 'row', 'rows')} left out`] : []),
	]
	return `${cancelled ? 'Stopped. ' : ''}${parts.join(', ')}.`
}
