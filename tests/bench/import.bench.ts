import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'vitest'
import type { JobId } from '../../corpus/ids.ts'
import { startChildParser } from '../../main/app/childparser.ts'
import { createApp } from '../../main/app/createapp.ts'
import { importFile } from '../../main/importers/registry.ts'
import { world } from '../../main/system/world.ts'
import { silentHost } from '../app/support/world.ts'
import { type Measured, markdownDocument, print, scratchFolder, timeOf } from './measuring.ts'

const out = join(import.meta.dirname, '../../out/main')
const options = { html: 'article' } as const

/** Each format's files, made from the same prose. */
const formats = {
	text: (markdown: string) => markdown.replace(/[#*]+ ?/g, ''),
	markdown: (markdown: string) => markdown,
	html: (markdown: string) =>
		`<!doctype html><title>Bench</title><article>${markdown
			.split('\n\n')
			.map((block) =>
				block.startsWith('#')
					? `<h2>${block.replace(/^#+ /, '')}</h2>`
					: `<p>${block.replace(/\*+(\w+)\*+/g, '<em>$1</em>')}</p>`,
			)
			.join('\n')}</article>`,
}

test('import', async () => {
	const rows: Measured[] = []
	for (const [format, make] of Object.entries(formats)) {
		const folder = scratchFolder()
		const files = join(folder, 'files')
		mkdirSync(files)
		const ending = { text: 'txt', markdown: 'md', html: 'html' }[format] ?? ''
		for (let number = 0; number < 40; number++) {
			writeFileSync(join(files, `${number}.${ending}`), make(markdownDocument(20_000, `Document ${number}`)))
		}
		const bytes = readdirSync(files).map((name) => readFileSync(join(files, name)))
		const megabytes = bytes.reduce((sum, each) => sum + each.length, 0) / 1e6

		const app = await createApp({
			...world(out),
			folder: join(folder, 'library'),
			face: 'command-line',
			host: silentHost,
			log: () => {},
			startParser: () => startChildParser(join(out, 'parser.js')),
		})
		const ours = await timeOf(async () => {
			const input = { job: 'bench' as JobId, files: [app.issueToken(files)], ...options }
			const reply = await app.bridge.call('import.files', input)
			if (!reply.ok) throw new Error(reply.message)
		})
		await app.close()
		const bare = await timeOf(async () => {
			for (const each of bytes) await importFile({ fileName: `a.${ending}`, bytes: each, options })
		})
		rows.push({
			what: `${format}: 40 files, ${megabytes.toFixed(1)} MB, into the library`,
			ours: (megabytes / ours) * 1000,
			unit: 'MB/s',
			baseline: (megabytes / bare) * 1000,
			of: 'parser alone, one thread',
		})
	}
	print('Import', rows)
})
