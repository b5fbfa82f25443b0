import { basename } from 'node:path'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { ImportOutcome, ImportReport } from '../../../preload/calls/library.ts'
import { keepOriginal } from '../../store/originals.ts'
import type { Handlers } from '../dispatch.ts'
import { fillFromBibliographies } from '../importing/bibliographies.ts'
import { filesOf } from '../importing/filewalk.ts'
import { type ImportingParts, importSources } from '../importing/importing.ts'
import { type Source, sourceOfFile, sourceOfText } from '../importing/sources.ts'
import { formatOf } from '../importing/supported.ts'
import type { Job } from '../jobs.ts'
import type { AppParts } from '../parts.ts'

/** Bringing documents into the library. */
export function importHandlers({
	options,
	limits,
	ask,
	parsers,
	jobs,
	tokens,
}: AppParts): Handlers<'import.files' | 'import.text' | 'library.sample'> {
	const parts: ImportingParts = {
		ask,
		parsers,
		keepOriginal: (hash, bytes) => keepOriginal(options.folder, hash, bytes),
		tokenOf: (path) => tokens.issue(path),
		log: options.log,
		// One more than parsers: while one file is saved, the parsers have others.
		lanes: limits.parsers + 1,
	}

	async function sample(job: Job): Promise<ImportReport> {
		// Loaded only when it is asked for: its texts are part of the program.
		const { sampleLibrary } = await import('../../../corpus/samples/index.ts')
		const { documents, ...rest } = sampleLibrary
		const sources = documents.map(
			({ fileName, text }): Source => ({
				kind: 'source',
				name: fileName,
				fileName,
				mediaType: formatOf(fileName)?.mediaType ?? 'text/plain',
				path: null,
				options: { html: 'article' },
				title: '',
				bytes: async () => new TextEncoder().encode(text),
			}),
		)
		const name = 'Add the sample library'
		const report = await importSources(sources, name, job, parts)
		const added = addedDocuments(report.outcomes)
		if (Object.keys(added).length > 0)
			await ask('samples.furnish', { sample: rest, documents: added, step: { name, session: job.id } })
		return report
	}

	/** The documents are in the library by now: where there is no room to name their step, it keeps its first name. */
	const nameStepOf = (job: Job): Promise<unknown> =>
		ask('import.name', { session: job.id }).catch((error) =>
			options.log('warning', 'The step of an import could not be named after what was added', error),
		)

	/** Documents as they are called after bibliographies gave them their titles. */
	async function withTitles(
		outcomes: readonly ImportOutcome[],
		filled: readonly ImportOutcome[],
	): Promise<readonly ImportOutcome[]> {
		if (filled.length === 0) return outcomes
		const ids = outcomes.flatMap((outcome) => ('document' in outcome ? [outcome.document] : []))
		const rows = await ask('documents.rows', { ids })
		const titles = new Map(rows.map(({ id, metadata }) => [id, metadata.title]))
		return outcomes.map((outcome) =>
			'document' in outcome ? { ...outcome, title: titles.get(outcome.document) ?? outcome.title } : outcome,
		)
	}

	return {
		'import.files': ({ job: id, files, ...parsing }) => {
			const chosen = files.map((file) => ({ path: tokens.pathOf(file), name: tokens.nameOf(file) }))
			return jobs.run(id, async (job) => {
				const sources: Source[] = []
				for await (const found of filesOf(chosen)) {
					if (job.signal.aborted) break
					sources.push(sourceOfFile(found, parsing, limits.fileSize))
				}
				const step = stepName(sources)
				const report = await importSources(sources, step, job, parts)
				const filled = await fillFromBibliographies(sources, report.outcomes, step, job, {
					...parts,
					most: limits.tableSize,
				})
				await nameStepOf(job)
				return { ...report, outcomes: [...(await withTitles(report.outcomes, filled)), ...filled] }
			})
		},
		'import.text': ({ job: id, text, format, title }) =>
			jobs.run(id, async (job) => {
				const source = sourceOfText(text, format, title)
				const report = await importSources([source], stepName([source]), job, parts)
				await nameStepOf(job)
				return report
			}),
		'library.sample': ({ job }) => jobs.run(job, sample),
	}
}

/** While it goes on: how many will be added is known only at its end. */
function stepName(sources: readonly Source[]): string {
	const [first, ...others] = sources
	return first && others.length === 0 ? `Add “${basename(first.name)}”` : `Add ${sources.length} files`
}

function addedDocuments(outcomes: readonly ImportOutcome[]): Record<string, DocumentId> {
	return Object.fromEntries(
		outcomes.flatMap((outcome) => (outcome.kind === 'added' ? [[outcome.file, outcome.document]] : [])),
	)
}
