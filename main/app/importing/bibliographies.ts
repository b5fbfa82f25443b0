import { basename } from 'node:path'
import { UserError } from '../../../corpus/errors.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { ImportOutcome } from '../../../preload/calls/library.ts'
import type { Job } from '../jobs.ts'
import { fillFromReferences, type ImportedFiles } from '../references/filling.ts'
import { failed, type ImportingParts } from './importing.ts'
import type { Source } from './sources.ts'

type Aside = Extract<Source, { kind: 'references' | 'json' }>

/**
 * Fills metadata from the bibliographies among the sources of an import, after its documents were added and
 * as part of the same step.
 *
 * @param outcomes of that import
 * @returns what became of the bibliographies; a JSON file that is none is a table
 */
export async function fillFromBibliographies(
	sources: readonly Source[],
	outcomes: readonly ImportOutcome[],
	step: string,
	job: Job,
	parts: ImportingParts & { readonly most: number },
): Promise<readonly ImportOutcome[]> {
	const aside = sources.filter(
		(source): source is Aside => source.kind === 'references' || source.kind === 'json',
	)
	const imported = importedFiles(sources, outcomes)
	const filled: ImportOutcome[] = []
	for (const source of aside) {
		if (job.signal.aborted) break
		const { name, path } = source
		const file = { name, path, fileName: basename(path) }
		try {
			const outcome = await fillFromReferences(file, imported, {
				...parts,
				step: { name: step, session: job.id },
				signal: job.signal,
			})
			filled.push({ ...outcome, token: parts.tokenOf(path) })
		} catch (error) {
			if (job.signal.aborted) break
			filled.push(
				source.kind === 'json' ? notABibliography(source, error, parts) : failed(source, error, parts),
			)
		}
	}
	return filled
}

function importedFiles(sources: readonly Source[], outcomes: readonly ImportOutcome[]): ImportedFiles {
	const paths = new Map(
		sources.flatMap((source) =>
			source.kind === 'source' && source.path !== null ? [[source.name, source.path] as const] : [],
		),
	)
	const documents = new Map<string, DocumentId[]>()
	const fresh = new Set<DocumentId>()
	for (const outcome of outcomes) {
		if (outcome.kind !== 'added' && outcome.kind !== 'present') continue
		if (outcome.kind === 'added') fresh.add(outcome.document)
		const path = paths.get(outcome.file)
		if (path !== undefined) documents.set(path, [...(documents.get(path) ?? []), outcome.document])
	}
	return { documents, fresh }
}

function notABibliography(
	source: Extract<Aside, { kind: 'json' }>,
	error: unknown,
	parts: ImportingParts,
): ImportOutcome {
	if (!(error instanceof UserError)) return failed(source, error, parts)
	if (source.chosen) return { kind: 'table', file: source.name, token: parts.tokenOf(source.path) }
	const reason =
		'Of JSON files in a folder only bibliographies are read. If it is a table of texts, add the file itself.'
	return { kind: 'refused', file: source.name, reason }
}
