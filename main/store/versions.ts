import { foldForIndex } from '../../corpus/folding.ts'
import type { VersionId } from '../../corpus/ids.ts'
import type { ParsedDocument } from '../../corpus/parseddocument.ts'
import type { ReadingText } from '../../corpus/readingtext.ts'
import { countWords } from '../../corpus/wordcount.ts'
import type { ReadDb, WriteDb } from './connection.ts'

/** Plain data, kept as JSON. */
export type StoredOptions = Readonly<Record<string, unknown>>

/** A reading text on its way into the library. */
export interface NewVersion {
	readonly id: VersionId
	/** `k` of the original. */
	readonly original: number
	readonly text: ReadingText
	readonly warnings: readonly string[]
	readonly importer: ParsedDocument['importer']
	/** What the parser was told beside the bytes: to read them again in the same way. Never a password. */
	readonly options: StoredOptions
	/** Milliseconds since 1970-01-01 UTC. */
	readonly at: number
}

/** @returns its `k` */
export function addVersion(db: WriteDb, version: NewVersion): number {
	const { id, original, text, warnings, importer, options, at } = version
	const { k } = db.run(
		`INSERT INTO version (id, original, importer, importer_version, length, words, warnings, options,
			created_at)
		VALUES (:id, :original, :importer, :importerVersion, :length, :words, :warnings, :options, :at)`,
		{
			id,
			original,
			importer: importer.name,
			importerVersion: importer.version,
			length: text.text.length,
			words: countWords(text.text),
			warnings: JSON.stringify(warnings),
			options: JSON.stringify(options),
			at,
		},
	)
	const { text: _, ...structure } = text
	db.run('INSERT INTO structure (k, json) VALUES (:k, :json)', { k, json: JSON.stringify(structure) })
	for (const { start, end, kind } of text.blocks) addBlock(db, k, start, kind, text.text.slice(start, end))
	return k
}

function addBlock(db: WriteDb, version: number, start: number, kind: string, text: string): void {
	const { k } = db.run(
		'INSERT INTO block (version, start, kind, text) VALUES (:version, :start, :kind, :text)',
		{
			version,
			start,
			kind,
			text,
		},
	)
	if (kind === 'furniture') return
	db.run('INSERT INTO block_index (rowid, text) VALUES (:k, :folded)', { k, folded: foldForIndex(text) })
}

/** @param version its `k` */
export function textOfVersion(db: ReadDb, version: number): ReadingText {
	const blocks = db.all<{ text: string }>('SELECT text FROM block WHERE version = :version ORDER BY start', {
		version,
	})
	const structure = db.get<{ json: string }>('SELECT json FROM structure WHERE k = :version', { version })
	if (!structure) throw new Error(`Version ${version} has no structure`)
	const rest: Omit<ReadingText, 'text'> = JSON.parse(structure.json)
	return { text: blocks.map(({ text }) => text).join(''), ...rest }
}

export function addAssets(db: WriteDb, version: number, assets: ParsedDocument['assets']): void {
	for (const { key, mediaType, bytes } of assets)
		db.run(
			'INSERT INTO asset (version, key, media_type, bytes) VALUES (:version, :key, :mediaType, :bytes)',
			{ version, key, mediaType, bytes },
		)
}

/** Gives the pictures that a text shows to it, when it is a part of an older version. */
export function copyAssets(db: WriteDb, from: number, to: number, { marks }: ReadingText): void {
	const keys = marks.flatMap((mark) => (mark.kind === 'picture' && mark.asset !== null ? [mark.asset] : []))
	db.run(
		`INSERT INTO asset (version, key, media_type, bytes)
		SELECT :to, key, media_type, bytes FROM asset
		WHERE version = :from AND key IN (SELECT value FROM json_each(:keys))`,
		{ from, to, keys: JSON.stringify(keys) },
	)
}

export const assetOf = (db: ReadDb, version: VersionId, key: string) =>
	db.get<{ mediaType: string; bytes: Uint8Array }>(
		`SELECT a.media_type AS mediaType, a.bytes FROM version v JOIN asset a ON a.version = v.k
		WHERE v.id = :version AND a.key = :key`,
		{ version, key },
	) ?? null
