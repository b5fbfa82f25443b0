import { zipSync } from 'fflate'
import { citedNames, shortDate } from '../../../corpus/citation.ts'
import { UserError } from '../../../corpus/errors.ts'
import type { JobId } from '../../../corpus/ids.ts'
import { formatLink } from '../../../corpus/links.ts'
import type { Metadata } from '../../../corpus/metadata.ts'
import { placeOf } from '../../../corpus/places.ts'
import type { ExportFile, ExportSpec, ExportSummary } from '../../../preload/calls/export.ts'
import { quotation } from '../../exporters/quotation.ts'
import {
	type TemplateEngine,
	TemplateMistake,
	type TemplateTexts,
	templateEngine,
} from '../../exporters/templateengine.ts'
import { presets } from '../../exporters/templates/index.ts'
import type { Handlers } from '../dispatch.ts'
import type { Job } from '../jobs.ts'
import { cancelled } from '../jobs.ts'
import type { AppParts } from '../parts.ts'
import { carryOut, type ExportPlan, planExport } from './exporting.ts'
import { mustBeFolder } from './folder.ts'
import { placeForPeople, rendering } from './rendering.ts'
import { summaryLine } from './summary.ts'

type ExportMethod =
	| 'export.preview'
	| 'export.run'
	| 'export.last'
	| 'export.again'
	| 'export.quotation'
	| 'export.passage'
	| 'templates.preset'
	| 'templates.try'

/** Export to Markdown: what the library says, the templates, the folder. */
export function exportHandlers({ options, ask, jobs, tokens }: AppParts): Handlers<ExportMethod> {
	const { host, clock } = options

	async function engineFor(spec: Pick<ExportSpec, 'preset' | 'template'>): Promise<TemplateEngine> {
		if (spec.template === null) return templateEngine(presets[spec.preset])
		const own = (await ask('templates.list', {})).find(({ id }) => id === spec.template)
		if (!own) throw new UserError('not-found', 'This template is no longer there. Choose another one.')
		try {
			return templateEngine(own)
		} catch (error) {
			throw asUserError(error, own.name)
		}
	}

	async function plan(spec: ExportSpec, folder: string | null, job: Job): Promise<ExportPlan> {
		const [values, engine] = await Promise.all([ask('export.values', { scope: spec.scope }), engineFor(spec)])
		return planExport(values, spec, engine, folder, job)
	}

	/** Only on the command line a folder may be named that is not there yet. */
	async function folderOf(spec: ExportSpec): Promise<string | null> {
		if (spec.folder !== null) {
			const folder = tokens.pathOf(spec.folder)
			if (options.face !== 'command-line') await mustBeFolder(folder)
			return folder
		}
		if (host.offerDownload) return null
		throw new UserError('invalid', 'Choose a folder for the export first.')
	}

	const summary = (made: ExportPlan, files: readonly ExportFile[], folder: string | null): ExportSummary => ({
		folder: folder ?? '',
		files,
		passages: made.passages,
		download: null,
		line: summaryLine(files, made.passages),
	})

	async function write(spec: ExportSpec, folder: string, job: Job): Promise<ExportSummary> {
		const made = await plan(spec, folder, job)
		const files = await carryOut(made, folder, job)
		await ask('export.remember', { spec: { ...spec, folder: null }, folder, at: clock() })
		return summary(made, files, folder)
	}

	async function archive(spec: ExportSpec, job: Job): Promise<ExportSummary> {
		const made = await plan(spec, null, job)
		const encoder = new TextEncoder()
		const entries = made.files.map(({ path, text }) => [path, encoder.encode(text ?? '')] as const)
		const bytes = zipSync(Object.fromEntries(entries))
		const download = host.offerDownload?.('Commonplace export.zip', bytes) ?? null
		await ask('export.remember', { spec: { ...spec, folder: null }, folder: '', at: clock() })
		return { ...summary(made, made.files.map(outward), null), download }
	}

	const run = (id: JobId, work: (job: Job) => Promise<ExportSummary>): Promise<ExportSummary> =>
		jobs.run(id, async (job) => {
			try {
				return await work(job)
			} catch (error) {
				throw job.signal.aborted ? cancelled() : asUserError(error, null)
			}
		})

	return {
		'export.preview': ({ job, spec }) =>
			run(job, async (running) => {
				const folder = await folderOf(spec)
				const made = await plan(spec, folder, running)
				return summary(made, made.files.map(outward), folder)
			}),
		'export.run': ({ job, spec }) =>
			run(job, async (running) => {
				const folder = await folderOf(spec)
				return folder === null ? archive(spec, running) : write(spec, folder, running)
			}),
		'export.last': async () => {
			const last = await ask('export.last', {})
			// An archive has no folder.
			if (!last || last.folder === '') return last
			return { ...last, spec: { ...last.spec, folder: tokens.issue(last.folder) } }
		},
		'export.again': ({ job }) =>
			run(job, async (running) => {
				const last = await ask('export.last', {})
				if (!last) throw new UserError('not-found', 'Nothing was exported yet. Export to Markdown first.')
				if (last.folder !== '') {
					await mustBeFolder(last.folder)
					return write(last.spec, last.folder, running)
				}
				await folderOf(last.spec)
				return archive(last.spec, running)
			}),
		'export.quotation': async ({ highlight }) => {
			const values = await ask('export.values', { scope: { kind: 'passages', ids: [highlight] } })
			const [document] = values.documents
			if (!document) throw new UserError('not-found', 'This highlight is no longer there.')
			const [passage] = rendering(values, noFiles).document(document).passages
			if (!passage) throw new UserError('not-found', 'This highlight is no longer there.')
			return quotation({ ...passage, ...sourceOf(document.row.metadata) })
		},
		'export.passage': async ({ document, start, end }) => {
			const [text, detail, { id }] = await Promise.all([
				ask('documents.text', { id: document }),
				ask('documents.get', { id: document }),
				ask('library.info', {}),
			])
			if (!(0 <= start && start < end && end <= text.text.length)) {
				throw new UserError('invalid', 'This passage does not lie in the document.')
			}
			return quotation({
				quote: text.text.slice(start, end),
				...sourceOf(detail.metadata),
				place: placeForPeople(placeOf(text, { start, end }), detail.metadata.title),
				link: formatLink({ library: id, target: { kind: 'document', document, offset: start } }),
			})
		},
		'templates.preset': ({ preset }) => ({ preset, ...presets[preset] }),
		'templates.try': async (texts) => {
			const values = await ask('export.values', { scope: { kind: 'library' } })
			const render = rendering(values, noFiles)
			const most = values.documents.toSorted((a, b) => b.highlights.length - a.highlights.length)[0]
			const theme = values.themes.toSorted((a, b) => b.highlights - a.highlights)[0]
			try {
				const engine = templateEngine(texts satisfies TemplateTexts, 2_000)
				return {
					ok: true as const,
					document: most ? engine.document({ document: render.document(most) }) : '',
					theme: theme ? engine.theme({ theme: render.theme(theme) }) : '',
				}
			} catch (error) {
				if (!(error instanceof TemplateMistake)) throw error
				return { ok: false as const, part: error.part, message: error.message }
			}
		},
	}
}

/** What a quotation says of its document: without its title, two texts of one author and year would look alike. */
const sourceOf = (metadata: Metadata) => ({
	names: citedNames(metadata),
	title: metadata.title,
	date: shortDate(metadata),
})

const noFiles = { ofDocument: () => '', ofTheme: () => '' }

const outward = ({ path, action, problem }: ExportFile): ExportFile => ({ path, action, problem })

function asUserError(error: unknown, template: string | null): unknown {
	if (!(error instanceof TemplateMistake)) return error
	const name = template === null ? 'The template' : `The template “${template}”`
	return new UserError(
		'invalid',
		`${name} has a mistake in its ${error.part} part: ${error.message}. Nothing was written.`,
	)
}
