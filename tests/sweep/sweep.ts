/**
 * Imports every file under a folder into a scratch library and says what became of each (README.md).
 * Exit code 1: a file crashed or hung its parser, a valid one was refused, or a text is unsound.
 */
import { readdirSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { expectedText } from './expectedtext.ts'
import { manifestFor } from './manifest.ts'
import { ourTexts } from './ourtext.ts'
import { formatOf, lines, problemsOf, type Result, type Score } from './report.ts'
import { folded, similarity } from './similarity.ts'
import { openTrial, type Tried } from './trying.ts'

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		score: { type: 'boolean', default: false },
		json: { type: 'boolean', default: false },
		only: { type: 'string' },
		seconds: { type: 'string', default: '60' },
	},
})
const [named] = positionals
if (named === undefined) {
	process.stderr.write(
		'It is written: npm run sweep -- DIR [--score] [--json] [--only FORMAT] [--seconds NUMBER]\n',
	)
	process.exit(2)
}

const folder = resolve(named)
const expectations = manifestFor(folder)
const wanted = (path: string) =>
	values.only === undefined ||
	formatOf(path, expectations(path).kind).toLowerCase() === values.only.toLowerCase()
const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
	.filter((entry) => entry.isFile() && entry.name !== 'MANIFEST.tsv')
	.map((entry) => join(entry.parentPath, entry.name))
	.filter(wanted)
	.sort()

const trial = await openTrial({
	patience: Number(values.seconds) * 1000,
	parser: join(import.meta.dirname, '../../main/parser.ts'),
})
const results: Result[] = []
for (const path of paths) {
	const expectation = expectations(path)
	const { documents, ...tried } = await trial.file(path, expectation.password)
	const score = values.score && tried.outcome === 'added' ? scoreOf(path, documents) : null
	results.push({
		file: relative(folder, path),
		format: formatOf(path, expectation.kind),
		expectation,
		tried,
		score,
	})
	if (process.stderr.isTTY) process.stderr.write(`\r${results.length} of ${paths.length} `)
}
await trial.close()

const problems = problemsOf(results)
process.stdout.write(`${values.json ? JSON.stringify(results, null, '\t') : lines(results).join('\n')}\n`)
process.exitCode = problems.broken.length + problems.refusedValid.length + problems.unsound.length > 0 ? 1 : 0

function scoreOf(path: string, documents: Tried['documents']): Score | null {
	const expected = expectedText(path, expectations(path))
	if (expected === null) return null
	const fits = ourTexts(documents, expected.side).flatMap((ours) =>
		expected.texts.map((text) => ({ ours, text, similarity: similarity(ours, text) })),
	)
	const best = fits.reduce((a, b) => (b.similarity > a.similarity ? b : a))
	const bare = (text: string) => folded(text).replaceAll(' ', '')
	return {
		by: expected.by,
		similarity: best.similarity,
		letters: similarity(bare(best.ours), bare(best.text)),
	}
}
