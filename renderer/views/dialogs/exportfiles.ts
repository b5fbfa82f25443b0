import { html, nothing, type TemplateResult } from 'lit'
import type { ExportFile, ExportSummary } from '../../../preload/calls/export.ts'
import { counted } from '../counts.ts'

const actions: Readonly<Record<ExportFile['action'], string>> = {
	create: 'New',
	update: 'Updated',
	unchanged: 'Unchanged',
	rename: 'Renamed',
	remove: 'Removed',
	leave: 'Left alone',
}

/** Files with something to say come first, unchanged ones last. */
const order: readonly ExportFile['action'][] = ['leave', 'remove', 'rename', 'update', 'create', 'unchanged']

/** What an export would do: "6 files: 3 new, 2 updated, 1 left alone". */
export function willDo({ files }: ExportSummary): string {
	if (files.length === 0) return 'There is nothing to export: no highlights, no notes.'
	const parts = order.flatMap((action) => {
		const count = files.filter((file) => file.action === action).length
		return count === 0 ? [] : [`${count} ${actions[action].toLowerCase()}`]
	})
	return `${counted(files.length, 'file', 'files')}: ${parts.toReversed().join(', ')}`
}

/** The files of an export, those with something to say first. */
export const fileList = (files: readonly ExportFile[]): TemplateResult => html`<ul
	class="files"
	tabindex="0"
	aria-label="Files"
>
	${files
		.toSorted((a, b) => order.indexOf(a.action) - order.indexOf(b.action) || a.path.localeCompare(b.path))
		.map(
			(file) => html`<li>
				<span class="action">${actions[file.action]}</span><span>${file.path}</span>
				${file.problem === null ? nothing : html`<span class="said">${file.problem}</span>`}
			</li>`,
		)}
</ul>`
