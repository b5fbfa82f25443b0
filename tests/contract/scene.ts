import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { DocumentId, FileToken, HighlightId, ThemeId } from '../../corpus/ids.ts'
import type { ImportReport } from '../../preload/calls/library.ts'
import { type Client, clientOf } from './client.ts'
import type { ContractFixture } from './suite.ts'

/** What tests of the contract stand on. */
export interface Scene extends Client {
	readonly folder: string
	/** Writes a file below the suite's folder and names it. */
	file(name: string, content: string | Uint8Array): Promise<FileToken>
	/** Names a folder below the suite's folder; made when it is not there. */
	directory(name: string): Promise<FileToken>
	importFiles(...files: readonly FileToken[]): Promise<ImportReport>
	/** Adds a plain text that no other test has. */
	add(title: string, ...paragraphs: readonly string[]): Promise<DocumentId>
	/** Highlights the quote, which stands once in the document. */
	highlight(document: DocumentId, quote: string, ...themes: readonly ThemeId[]): Promise<HighlightId>
	/** A theme that no other test has. */
	theme(name: string): Promise<ThemeId>
	/** A word that no other test uses. */
	word(): string
}

export function sceneOf(fixture: ContractFixture): Scene {
	const client = clientOf(fixture.bridge)
	let words = 0
	const word = () => `zyx${(++words).toString(36)}w${Date.now().toString(36)}`
	const { call, job } = client

	async function file(name: string, content: string | Uint8Array): Promise<FileToken> {
		const path = join(fixture.folder, name)
		await mkdir(dirname(path), { recursive: true })
		await writeFile(path, content)
		return fixture.issueToken(path)
	}

	return {
		...client,
		folder: fixture.folder,
		word,
		file,
		directory: async (name) => {
			const path = join(fixture.folder, name)
			await mkdir(path, { recursive: true })
			return fixture.issueToken(path)
		},
		importFiles: (...files) => call('import.files', { job: job(), files: [...files], html: 'article' }),
		add: async (title, ...paragraphs) => {
			const text = [...paragraphs, `This text is ${word()}.`].join('\n\n')
			const { outcomes } = await call('import.text', { job: job(), text, format: 'text', title })
			const [outcome] = outcomes
			if (outcome?.kind !== 'added') throw new Error(`Not added: ${JSON.stringify(outcomes)}`)
			return outcome.document
		},
		highlight: async (document, quote, ...themes) => {
			const { text } = await call('documents.text', { id: document })
			const start = text.indexOf(quote)
			if (start < 0) throw new Error(`“${quote}” is not in the text`)
			return call('highlights.create', {
				document,
				start,
				end: start + quote.length,
				themes: [...themes],
			})
		},
		theme: (name) => call('themes.create', { name: `${name} ${word()}`, parent: null }),
	}
}
