import type { MetadataPatch } from '../../../preload/calls/schemas.ts'
import { type AddedDocument, addDocuments } from '../../store/adding.ts'
import { citekeysIn } from '../../store/citekeys.ts'
import type { WriteDb } from '../../store/connection.ts'
import { setMetadata } from '../../store/documents.ts'
import { addingSteps, nameStep } from '../../store/history.ts'
import { takeOver } from './annotations.ts'
import type { Context } from './context.ts'
import { patched, theDocuments } from './documents.ts'
import type { ImportedDocument, InternalWrites } from './internal.ts'
import { quoted } from './words.ts'

type Importing = Pick<InternalWrites, 'documents.add' | 'metadata.patch' | 'import.name'>

/** What the application's long work asks of the engine, file by file. */
export const importWrites = (context: Context): Importing => ({
	'documents.add': ({ original, documents, options: { password: _, ...options }, step }) =>
		context.write(step, (db) =>
			addDocuments(db, { original, documents, options, at: context.clock(), newId: context.newId }).map(
				(added) => imported(context, db, added),
			),
		),
	'metadata.patch': ({ patches, step }) =>
		context.write(step, (db) => {
			let changed = 0
			for (const { document: id, patch } of patches) {
				// Seen anew for each: two patches may be for one document, or want one citekey.
				for (const document of theDocuments(db, [id])) {
					const metadata = patched(db, document, withFreeCitekey(db, document.k, patch))
					if (JSON.stringify(metadata) === JSON.stringify(document.metadata)) continue
					setMetadata(db, document.k, metadata)
					changed++
				}
			}
			return changed
		}),
	'import.name': ({ session }) => {
		context.writeAside(
			(db) => {
				for (const { k, documents, title } of addingSteps(db, session))
					nameStep(db, k, `Add ${documents === 1 ? quoted(title) : `${documents} documents`}`)
			},
			() => ({ history: true }),
		)
		return null
	},
})

/** A citekey that another document has is left out: not a reason to leave everything undone. */
function withFreeCitekey(db: WriteDb, k: number, patch: MetadataPatch): MetadataPatch {
	const { citekey, ...rest } = patch
	return citekey && citekeysIn(db, k)(citekey) ? rest : patch
}

function imported(context: Context, db: WriteDb, added: AddedDocument): ImportedDocument {
	const { kind, document, title, parsed, fresh } = added
	const { taken, left } = fresh ? takeOver(context, db, fresh, parsed) : { taken: 0, left: 0 }
	const warnings = left > 0 ? [...parsed.warnings, leftOut(left)] : parsed.warnings
	return { kind, document, title, warnings, annotations: taken }
}

const leftOut = (count: number): string =>
	count === 1
		? 'One highlight or comment of the file could not be taken over. It is still in the original.'
		: `${count} highlights and comments of the file could not be taken over. They are still in the original.`
