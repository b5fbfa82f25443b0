import { rmSync } from 'node:fs'
import type { WriteDb } from './connection.ts'
import { originalPath } from './originals.ts'

/**
 * Deletes texts and originals that nothing can bring back: no document has them, and no step of history
 * knows them (an import that was undone and then forgotten). Removed documents keep theirs.
 */
export function purge(folder: string, db: WriteDb): void {
	const hashes = db.transaction(() => {
		const versions = JSON.stringify(db.all<{ k: number }>(unusedVersions).map(({ k }) => k))
		for (const sql of deletions) db.run(sql, { versions })
		const originals = db.all<{ k: number; hash: string }>(unusedOriginals)
		const ks = JSON.stringify(originals.map(({ k }) => k))
		db.run('DELETE FROM original WHERE k IN (SELECT value FROM json_each(:ks))', { ks })
		return originals.map(({ hash }) => hash)
	})
	// After the commit: a file too many does no harm, one too few would.
	for (const hash of hashes) rmSync(originalPath(folder, hash), { force: true })
}

/** What the images of rows in history say of a column. */
const inHistory = (column: string, of = "'document'") => `
	SELECT before ->> '$.${column}' FROM step_row WHERE of IN (${of}) AND before IS NOT NULL
	UNION SELECT after ->> '$.${column}' FROM step_row WHERE of IN (${of}) AND after IS NOT NULL`

const unusedVersions = `
	SELECT v.k FROM version v
	WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.version = v.k)
		AND v.k NOT IN (SELECT version FROM highlight)
		AND v.k NOT IN (${inHistory('version', "'document', 'highlight'")})`

const unusedOriginals = `
	SELECT o.k, o.hash FROM original o
	WHERE NOT EXISTS (SELECT 1 FROM document d WHERE d.original = o.k)
		AND o.k NOT IN (SELECT original FROM version)
		AND o.k NOT IN (${inHistory('original')})`

const these = 'version IN (SELECT value FROM json_each(:versions))'

const deletions = [
	`DELETE FROM block_index WHERE rowid IN (SELECT k FROM block WHERE ${these})`,
	`DELETE FROM block WHERE ${these}`,
	`DELETE FROM asset WHERE ${these}`,
	`DELETE FROM page WHERE ${these}`,
	'DELETE FROM structure WHERE k IN (SELECT value FROM json_each(:versions))',
	'DELETE FROM reading WHERE k IN (SELECT value FROM json_each(:versions))',
	'DELETE FROM version WHERE k IN (SELECT value FROM json_each(:versions))',
]
