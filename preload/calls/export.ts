import * as v from 'valibot'
import type { TemplateId } from '../../corpus/ids.ts'
import { answers } from './declare.ts'
import { id, line, nothing, prose } from './schemas.ts'

const job = id<'job'>()
const template = id<'template'>()
const presetName = v.picklist(['plain', 'obsidian', 'logseq', 'pandoc'])
export type PresetName = v.InferOutput<typeof presetName>

const scope = v.variant('kind', [
	v.strictObject({ kind: v.literal('library') }),
	v.strictObject({ kind: v.literal('collection'), id: id<'collection'>() }),
	v.strictObject({ kind: v.literal('documents'), ids: v.array(id<'document'>()) }),
	v.strictObject({ kind: v.literal('theme'), id: id<'theme'>() }),
	v.strictObject({ kind: v.literal('passages'), ids: v.array(id<'highlight'>()) }),
])
export type ExportScope = v.InferOutput<typeof scope>

const exportSpec = v.strictObject({
	scope,
	by: v.picklist(['document', 'theme', 'both']),
	preset: presetName,
	/** A template of the reader's own in place of the preset's. */
	template: v.nullable(template),
	/** The folder; null in the browser face, which answers with an archive to download. */
	folder: v.nullable(id<'file-token'>()),
})
export type ExportSpec = v.InferOutput<typeof exportSpec>

/** What export does, or would do, to one file. */
export interface ExportFile {
	/** Relative to the folder, with `/`. */
	readonly path: string
	readonly action:
		| 'create'
		| 'update'
		| 'unchanged'
		/** The document or theme was renamed, and its file with it. */
		| 'rename'
		/** Nothing of it is in the library any more, and the reader wrote nothing in it. */
		| 'remove'
		/** Not written: see `problem`. */
		| 'leave'
	/** For people: generated parts that the reader edited, a foreign file in the way, …; null: nothing to say. */
	readonly problem: string | null
}

export interface ExportSummary {
	readonly folder: string
	readonly files: readonly ExportFile[]
	readonly passages: number
	/** Browser face: where to download the archive; null elsewhere. */
	readonly download: string | null
	/** One line for people. */
	readonly line: string
}

/** The last export, for *export again*. `spec.folder` names `folder` anew; both are empty after an archive. */
export interface ExportMemory {
	readonly spec: ExportSpec
	readonly folder: string
	readonly at: number
}

/** A Liquid template of the reader's own. */
export interface Template {
	readonly id: TemplateId
	readonly name: string
	/** Whence the copy was made. */
	readonly preset: PresetName
	/** One file for each document. */
	readonly document: string
	/** One file for each theme. */
	readonly theme: string
	/** One passage, in either. */
	readonly passage: string
}

const templateParts = { document: prose, theme: prose, passage: prose }

export const exportCalls = {
	/** What an export would do. Writes nothing. */
	'export.preview': answers<ExportSummary>()(v.strictObject({ job, spec: exportSpec })),
	'export.run': answers<ExportSummary>()(v.strictObject({ job, spec: exportSpec })),
	'export.last': answers<ExportMemory | null>()(nothing),
	/** Error `not-found` when nothing was exported yet. */
	'export.again': answers<ExportSummary>()(v.strictObject({ job })),
	/** The passage as a Markdown quotation with author, title, date, place and link, for the clipboard. */
	'export.quotation': answers<string>()(v.strictObject({ highlight: id<'highlight'>() })),
	/** The same for a range that is no highlight. */
	'export.passage': answers<string>()(
		v.strictObject({ document: id<'document'>(), start: v.number(), end: v.number() }),
	),

	'templates.list': answers<readonly Template[]>()(nothing),
	/** The texts of a preset, to start from. */
	'templates.preset': answers<Omit<Template, 'id' | 'name'>>()(v.strictObject({ preset: presetName })),
	'templates.create': answers<TemplateId>()(
		v.strictObject({ name: line, preset: presetName, ...templateParts }),
	),
	'templates.edit': answers<null>()(v.strictObject({ id: template, name: line, ...templateParts })),
	'templates.remove': answers<null>()(v.strictObject({ id: template })),
	/** What the template makes of a document with highlights, or the line of the mistake in it. */
	'templates.try': answers<
		| { readonly ok: true; readonly document: string; readonly theme: string }
		| { readonly ok: false; readonly part: 'document' | 'theme' | 'passage'; readonly message: string }
	>()(v.strictObject({ preset: presetName, ...templateParts })),
}
