import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '../corpus/errors.ts'
import type { ParseAnswer, ParseRequest } from './importers/protocol.ts'
import { importFile } from './importers/registry.ts'
import { tableRows } from './importers/tables/rows.ts'

const beside = join(import.meta.dirname, 'pdfdata')
/** The build has the data of pdf.js beside itself, the sources have it where npm put it. */
const pdfData = existsSync(beside) ? beside : join(import.meta.dirname, '../node_modules/pdfjs-dist')

/**
 * Entry of the parser process: answers one request after the other, over the port of an Electron utility
 * process or over the channel of a Node child process.
 */
async function answer(request: ParseRequest): Promise<ParseAnswer> {
	const { id } = request
	try {
		if (request.kind === 'table') return { id, ok: true, rows: await tableRows(request) }
		if (request.kind === 'references') {
			// Few sessions read a bibliography; its parsers are large.
			const { readReferences } = await import('./importers/references/references.ts')
			return { id, ok: true, references: readReferences(request) }
		}
		return { id, ok: true, documents: await importFile({ ...request, pdfData }) }
	} catch (error) {
		if (error instanceof UserError) return { id, ok: false, code: error.code, message: error.message }
		const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
		return { id, ok: false, code: 'internal', message }
	}
}

const port = process.parentPort
if (port) port.on('message', async ({ data }) => port.postMessage(await answer(data)))
else process.on('message', async (request: ParseRequest) => process.send?.(await answer(request)))
