import * as v from 'valibot'
import { UserError } from '../../../corpus/errors.ts'
import type { LibraryId } from '../../../corpus/ids.ts'
import type { Written } from '../../exporters/merge.ts'
import type { Subject } from '../../exporters/parts.ts'

/** The name of the manifest in the folder of an export: hidden from note-takers' programs by its dot. */
export const manifestName = '.commonplace.json'

/** What the last export wrote to a folder, so that the next one can tell the reader's changes from its own. */
export interface ManifestEntry extends Written {
	/** Relative to the folder, with `/`. */
	readonly path: string
	/** Null for files without parts, such as a bibliography. */
	readonly subject: Subject | null
	/** The reader gave it this place: it no longer follows its title. */
	readonly moved?: boolean | undefined
}

const entry = v.object({
	path: v.string(),
	subject: v.nullable(v.object({ kind: v.picklist(['document', 'theme', 'library']), id: v.string() })),
	parts: v.array(v.string()),
	front: v.record(v.string(), v.string()),
	hash: v.string(),
	moved: v.optional(v.boolean()),
})
const version = 1
const newer = v.object({ version: v.pipe(v.number(), v.gtValue(version)) })
const manifest = v.object({
	version: v.literal(version),
	libraries: v.record(v.string(), v.array(entry)),
})
type Manifest = v.InferOutput<typeof manifest>

/**
 * What a manifest says of a library. A missing or broken one says nothing: then the markers in the files
 * alone tell what is whose.
 *
 * @throws UserError `newer`: what other libraries wrote here must not be forgotten
 */
export function readManifest(json: string | null, library: LibraryId): readonly ManifestEntry[] {
	return parsed(json)?.libraries[library] ?? []
}

/** The manifest with this library's entries in place of the former; other libraries' stay. */
export function writeManifest(
	json: string | null,
	library: LibraryId,
	entries: readonly ManifestEntry[],
): string {
	const sorted = entries.toSorted((a, b) => (a.path < b.path ? -1 : 1))
	const next = { version, libraries: { ...parsed(json)?.libraries, [library]: sorted } }
	return `${JSON.stringify(next, null, '\t')}\n`
}

function parsed(json: string | null): Manifest | null {
	const value = json === null ? null : readJson(json)
	if (v.is(newer, value))
		throw new UserError(
			'newer',
			`A newer Commonplace exported to this folder: its record “${manifestName}” cannot be read. Nothing was written; export with the newer one, or to another folder.`,
		)
	return v.is(manifest, value) ? value : null
}

function readJson(json: string): unknown {
	try {
		return JSON.parse(json)
	} catch {
		return null
	}
}
