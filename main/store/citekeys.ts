import type { ReadDb } from './connection.ts'

/** Says whether a citekey is taken, also by a removed document: it may come back. */
export const citekeysIn =
	(db: ReadDb, except: number | null = null) =>
	(citekey: string) =>
		db.get('SELECT k FROM document WHERE citekey = :citekey AND k IS NOT :except', { citekey, except }) !==
		undefined
