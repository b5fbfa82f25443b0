import { UserError } from '../../../corpus/errors.ts'
import type { ParsedDocument } from '../../../corpus/parseddocument.ts'
import type { ParserProcess } from '../../../main/app/options.ts'
import type { ParseDocuments } from '../../../main/importers/protocol.ts'

/** A document of one paragraph. */
export const paragraphDocument = (part: string, words: string): ParsedDocument => ({
	part,
	metadata: { title: '' },
	text: {
		text: `${words}\n`,
		blocks: [{ kind: 'paragraph', start: 0, end: words.length + 1, container: null }],
		containers: [],
		marks: [],
	},
	assets: [],
	annotations: [],
	pages: [],
	warnings: [],
	importer: { name: 'text', version: 1 },
})

/** A parser in this thread that answers with what `read` makes of a request, or throws as a UserError. */
export const stubParser =
	(read: (request: ParseDocuments) => readonly ParsedDocument[]) => (): ParserProcess => {
		let answer: (message: unknown) => void = () => {}
		return {
			pid: process.pid,
			post: (message) => {
				const request = message as ParseDocuments
				setImmediate(() => answer({ id: request.id, ...answerOf(() => read(request)) }))
			},
			onMessage: (listener) => {
				answer = listener
			},
			onExit: () => {},
			kill: () => {},
		}
	}

function answerOf(read: () => readonly ParsedDocument[]) {
	try {
		return { ok: true, documents: read() }
	} catch (error) {
		if (!(error instanceof UserError)) throw error
		return { ok: false, code: error.code, message: error.message }
	}
}
