import type { DocumentId, VersionId } from '../../corpus/ids.ts'
import type { Page } from '../../corpus/page.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { packedRuns } from './pages.ts'
import { type StoredOptions, textOfVersion } from './versions.ts'

/** What it takes to read the original of a document again. */
export interface RereadSource {
	readonly document: DocumentId
	readonly title: string
	readonly part: string
	/** Of the original: SHA-256 in hex, and how many bytes. */
	readonly hash: string
	readonly bytes: number
	readonly fileName: string
	/** Which importer read it, and what it was told. */
	readonly importer: string
	readonly importerVersion: number
	readonly options: StoredOptions
}

/** Those of the named documents that are in the library, in the order in which they were added. */
export const rereadSources = (db: ReadDb, ids: readonly DocumentId[]): readonly RereadSource[] =>
	db
		.all<Omit<RereadSource, 'options'> & { options: string }>(
			`SELECT d.id AS document, d.metadata ->> '$.title' AS title, d.part, o.hash, o.bytes,
				o.file_name AS fileName, v.importer, v.importer_version AS importerVersion, v.options
			FROM document d JOIN version v ON v.k = d.version JOIN original o ON o.k = d.original
			WHERE d.removed_at IS NULL AND d.id IN (SELECT value FROM json_each(:ids)) ORDER BY d.k`,
			{ ids: JSON.stringify(ids) },
		)
		.map((row) => ({ ...row, options: JSON.parse(row.options) }))

export const versionKeys = (db: ReadDb, id: VersionId) =>
	db.get<{ k: number; original: number }>('SELECT k, original FROM version WHERE id = :id', { id }) ?? null

/** Whether a version (by its `k`) already says all that was parsed now. */
export function isSameReading(db: ReadDb, version: number, parsed: ParsedDocument): boolean {
	const known = textOfVersion(db, version)
	return (
		known.text === parsed.text.text &&
		isSame(known, parsed.text) &&
		isSame(pagesIn(db, version), parsed.pages.map(pageImage)) &&
		hasSameAssets(db, version, parsed.assets)
	)
}

/** Equal as JSON, whatever the order of the keys was. */
const isSame = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other)

const canonical = (value: unknown): string =>
	JSON.stringify(value, (_key, part: unknown) =>
		typeof part === 'object' && part !== null && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
			: part,
	)

const pageImage = ({ width, height, label, start, runs }: Page) => ({
	...{ width, height, label, start },
	runs: packedRuns(runs),
})

const pagesIn = (db: ReadDb, version: number) =>
	db.all<{ width: number; height: number; label: string; start: number; runs: string }>(
		'SELECT width, height, label, start, runs FROM page WHERE version = :version ORDER BY number',
		{ version },
	)

function hasSameAssets(db: ReadDb, version: number, assets: ParsedDocument['assets']): boolean {
	const known = new Map(
		db
			.all<{ key: string; bytes: Uint8Array }>('SELECT key, bytes FROM asset WHERE version = :version', {
				version,
			})
			.map(({ key, bytes }) => [key, bytes]),
	)
	return (
		known.size === assets.length &&
		assets.every(({ key, bytes }) => {
			const stored = known.get(key)
			return stored !== undefined && Buffer.compare(stored, bytes) === 0
		})
	)
}

/** A newer importer reads the same: the version says from now on that it did. */
export function restampVersion(db: WriteDb, version: number, { importer, warnings }: ParsedDocument): void {
	db.run(
		`UPDATE version SET importer = :name, importer_version = :number, warnings = :warnings WHERE k = :version`,
		{ version, name: importer.name, number: importer.version, warnings: JSON.stringify(warnings) },
	)
}
