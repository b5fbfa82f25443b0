import { dirname, resolve } from 'node:path'
import type { DocumentId } from '../../../corpus/ids.ts'
import type { ImportOutcome } from '../../../preload/calls/library.ts'
import type { AskEngine } from '../enginecalls.ts'
import { bytesOf } from '../importing/filebytes.ts'
import type { ParserPool } from '../parserpool.ts'
import { matchReferences } from './matching.ts'
import { patchFrom } from './patching.ts'

/** Titles of entries that belong to no document, in a report. */
const mostNamed = 200

export interface ReferenceFile {
	/** For people. */
	readonly name: string
	readonly fileName: string
	/** Absolute. */
	readonly path: string
}

/** What an import knows of the files beside a bibliography. */
export interface ImportedFiles {
	/** Documents by the absolute paths of their files. */
	readonly documents: ReadonlyMap<string, readonly DocumentId[]>
	/** Documents that this import added: what their files say of them may be replaced. */
	readonly fresh: ReadonlySet<DocumentId>
}

/**
 * Fills the metadata of documents from a bibliography that was imported with them, or alone. Of documents
 * that were in the library before only empty fields are filled.
 *
 * @returns what became of it, without the token that the page knows the file by
 * @throws UserError `refused`
 */
export async function fillFromReferences(
	file: ReferenceFile,
	{ documents: imported, fresh }: ImportedFiles,
	{
		ask,
		parsers,
		most,
		step,
		signal,
	}: {
		readonly ask: AskEngine
		readonly parsers: ParserPool
		/** Bytes of the file. */
		readonly most: number
		readonly step: { readonly name: string; readonly session: string }
		readonly signal: AbortSignal
	},
): Promise<Omit<Extract<ImportOutcome, { kind: 'references' }>, 'token'>> {
	const bytes = await bytesOf(file.path, most)
	const { references } = await parsers.references({ fileName: file.fileName, bytes }, signal)
	const folder = dirname(file.path)
	const library = await ask('documents.list', {})
	const { matches, unmatched } = matchReferences(references, library, imported, (path) =>
		resolve(folder, path),
	)
	const patches = matches.flatMap(({ reference, document }) => {
		const patch = patchFrom(reference.metadata, document.metadata, !fresh.has(document.id))
		return Object.keys(patch).length > 0 ? [{ document: document.id, patch }] : []
	})
	const filled = patches.length === 0 ? 0 : await ask('metadata.patch', { patches, step })
	return {
		kind: 'references',
		file: file.name,
		entries: references.length,
		filled,
		unmatched: unmatched.slice(0, mostNamed).map(({ metadata, files }) => metadata.title || (files[0] ?? '')),
	}
}
