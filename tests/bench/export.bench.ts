import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'vitest'
import type { JobId } from '../../corpus/ids.ts'
import { carryOut, planExport } from '../../main/app/export/exporting.ts'
import type { Job } from '../../main/app/jobs.ts'
import { templateEngine } from '../../main/exporters/templateengine.ts'
import { presets } from '../../main/exporters/templates/index.ts'
import { addText, engineOn, newLibrary } from '../store/world.ts'
import { type Measured, print, prose, scratchFolder, timeOf } from './measuring.ts'

const job: Job = { id: 'bench' as JobId, signal: new AbortController().signal, progress: () => {} }

test('export of 10,000 highlights', async () => {
	const engine = engineOn(newLibrary())
	const themes = ['Trade', 'Trade/Tariffs', 'Sea', 'War', 'Education'].map((path) =>
		engine.handlers['themes.path']({ path }),
	)
	for (let number = 0; number < 100; number++) {
		const id = addText(
			engine,
			`# Document ${number}\n${Array.from({ length: 100 }, (_, at) => prose(40, at + 1)).join('\n')}`,
			`${number}.txt`,
		)
		const { blocks } = engine.handlers['documents.text']({ id })
		for (const [at, { start, end }] of blocks.slice(1).entries()) {
			const theme = themes[at % themes.length]
			engine.handlers['highlights.create']({
				document: id,
				start,
				end: Math.min(end - 1, start + 120),
				themes: theme ? [theme] : [],
			})
		}
	}
	const rows: Measured[] = []
	const spec = { scope: { kind: 'library' }, by: 'both', preset: 'obsidian' } as const
	const folder = scratchFolder()
	const run = async () => {
		const values = engine.handlers['export.values']({ scope: spec.scope })
		const plan = await planExport(values, spec, templateEngine(presets.obsidian), folder, job)
		return carryOut(plan, folder, job)
	}
	const first = await timeOf(run)
	const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
		.filter((path) => statSync(join(folder, path)).isFile())
		.map((path) => [path, readFileSync(join(folder, path))] as const)
	const plain = scratchFolder()
	const baseline = await timeOf(() => {
		for (const [path, bytes] of files) {
			mkdirSync(dirname(join(plain, path)), { recursive: true })
			writeFileSync(join(plain, path), bytes, { flush: true })
		}
	})
	const of = `${files.length} plain file writes`
	rows.push({ what: 'first export, by document and theme', ours: first, unit: 'ms', baseline, of })
	rows.push({ what: 'export again, nothing changed', ours: await timeOf(run), unit: 'ms', baseline, of })
	print('Export of 10,000 highlights in 100 documents', rows)
})
