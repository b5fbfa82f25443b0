import { defuse, markedPart } from '../../exporters/parts.ts'
import type { NoteValues } from '../../exporters/values.ts'

/** The reader's notes on the library as a whole: each a part of its own, as it was written. */
export function libraryFile(notes: readonly NoteValues[]): string {
	const parts = notes.map(({ part, body }) => markedPart(part, defuse(body)))
	return `# Library notes\n\n${parts.join('\n')}`
}
