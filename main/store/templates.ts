import type { TemplateId } from '../../corpus/ids.ts'
import type { Template } from '../../preload/calls/export.ts'
import type { ReadDb, WriteDb } from './connection.ts'
import { bury } from './tombstones.ts'

export const listTemplates = (db: ReadDb): readonly Template[] =>
	db.all<Template>('SELECT id, name, preset, document, theme, passage FROM template ORDER BY name, k')

export function insertTemplate(db: WriteDb, template: Template): void {
	const { id, name, preset, document, theme, passage } = template
	db.run(
		`INSERT INTO template (id, name, preset, document, theme, passage)
		VALUES (:id, :name, :preset, :document, :theme, :passage)`,
		{ id, name, preset, document, theme, passage },
	)
}

/** @returns whether there is such a template */
export function updateTemplate(db: WriteDb, template: Omit<Template, 'preset'>): boolean {
	const { id, name, document, theme, passage } = template
	const { changes } = db.run(
		`UPDATE template SET name = :name, document = :document, theme = :theme, passage = :passage WHERE id = :id`,
		{ id, name, document, theme, passage },
	)
	return changes > 0
}

export function deleteTemplate(db: WriteDb, id: TemplateId, at: number): void {
	db.run('DELETE FROM template WHERE id = :id', { id })
	bury(db, 'template', [id], at)
}
