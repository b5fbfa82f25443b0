import { addDocuments } from '../../store/adding.ts'
import { setMetadata } from '../../store/documents.ts'
import type { Context } from './context.ts'
import { patched, theDocuments } from './documents.ts'
import type { InternalWrites } from './internal.ts'

type Importing = Pick<InternalWrites, 'documents.add' | 'metadata.patch'>

/** What the application's long work asks of the engine, file by file. */
export const importWrites = (context: Context): Importing => ({
	'documents.add': ({ original, documents, step }) =>
		context.write(step, (db) =>
			addDocuments(db, { original, documents, at: context.clock(), newId: context.newId }),
		),
	'metadata.patch': ({ patches, step }) =>
		context.write(step, (db) => {
			let changed = 0
			for (const { document: id, patch } of patches) {
				// Seen anew for each: two patches may be for one document, or want one citekey.
				for (const document of theDocuments(db, [id])) {
					const metadata = patched(db, document, patch)
					if (JSON.stringify(metadata) === JSON.stringify(document.metadata)) continue
					setMetadata(db, document.k, metadata)
					changed++
				}
			}
			return changed
		}),
})
