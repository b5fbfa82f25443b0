import type { Coder } from '../../corpus/entities.ts'
import type { CoderId } from '../../corpus/ids.ts'
import type { ReadDb, WriteDb } from './connection.ts'

/** Who is making highlights, taggings and notes now. */
export function currentCoder(db: ReadDb): Coder & { readonly k: number } {
	const coder = db.get<Coder & { k: number }>(
		`SELECT c.k, c.id, c.name FROM setting s JOIN coder c ON c.id = s.json ->> '$' WHERE s.key = 'coder'`,
	)
	if (!coder) throw new Error('The library has no coder')
	return coder
}

export const listCoders = (db: ReadDb): readonly Coder[] =>
	db.all<Coder>('SELECT id, name FROM coder ORDER BY k')

/** @returns the `k` of whoever has this name, made where nobody has. Inside a write. */
export function coderNamed(db: WriteDb, name: string, newId: () => string): number {
	const known = db.get<{ k: number }>('SELECT k FROM coder WHERE name = :name', { name })
	return known?.k ?? db.run('INSERT INTO coder (id, name) VALUES (:id, :name)', { id: newId(), name }).k
}

/**
 * From now on somebody of this name makes highlights, taggings and notes. Who has made nothing yet is only
 * renamed; else what was made stays with who made it. Inside a write.
 */
export function setCoder(db: WriteDb, name: string, newId: () => string): void {
	const current = currentCoder(db)
	if (current.name === name) return
	const known = db.get<{ id: CoderId }>('SELECT id FROM coder WHERE name = :name', { name })
	if (!known && !hasMadeSomething(db, current.k)) {
		db.run('UPDATE coder SET name = :name WHERE k = :k', { name, k: current.k })
		return
	}
	const id = known?.id ?? newId()
	if (!known) db.run('INSERT INTO coder (id, name) VALUES (:id, :name)', { id, name })
	db.run("UPDATE setting SET json = :json WHERE key = 'coder'", { json: JSON.stringify(id) })
}

const hasMadeSomething = (db: ReadDb, k: number): boolean =>
	db.get(
		`SELECT 1 FROM highlight WHERE coder = :k UNION ALL SELECT 1 FROM tagging WHERE coder = :k
		UNION ALL SELECT 1 FROM note WHERE coder = :k LIMIT 1`,
		{ k },
	) !== undefined
