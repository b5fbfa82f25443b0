import { extname } from 'node:path'
import { formats } from '../../main/importers/formats.ts'
import type { ExpectedText } from './expectedtext.ts'
import type { Expectation } from './manifest.ts'
import type { Tried } from './trying.ts'

/** One file: what was expected, what became of it. */
export interface Result {
	/** From the folder that was swept. */
	readonly file: string
	readonly format: string
	readonly expectation: Expectation
	readonly tried: Omit<Tried, 'documents'>
	readonly score: Score | null
}

/** How like somebody else's text ours is. */
export interface Score {
	readonly by: ExpectedText['by']
	/** 0 to 1, white space folded. */
	readonly similarity: number
	/** The same without any white space: tells words that are lost from spaces that are. */
	readonly letters: number
}

/** What is wrong whatever the scores are: crashes, hangs, good files refused, bad ones let in, unsound texts. */
export interface Problems {
	readonly broken: readonly Result[]
	readonly refusedValid: readonly Result[]
	/** Refused for what seems a good reason: no text in it, a lock without a key. Only people can tell. */
	readonly perhapsRight: readonly Result[]
	readonly addedInvalid: readonly Result[]
	readonly unsound: readonly Result[]
}

/** By its ending where that is a format's, else by what the manifest calls it. */
export function formatOf(path: string, kind: string): string {
	const ending = extname(path).slice(1).toLowerCase()
	return formats.find(({ endings }) => endings.includes(ending))?.name ?? (kind || ending || 'other')
}

export function problemsOf(results: readonly Result[]): Problems {
	const outcome = ({ tried }: Result) => tried.outcome
	const refusedValid = results.filter(
		(each) =>
			each.expectation.outcome === 'added' && (outcome(each) === 'refused' || outcome(each) === 'locked'),
	)
	return {
		broken: results.filter((each) => !['added', 'refused', 'locked'].includes(outcome(each))),
		refusedValid: refusedValid.filter((each) => !mayHold(each)),
		perhapsRight: refusedValid.filter(mayHold),
		addedInvalid: results.filter(
			(each) => outcome(each) === 'added' && each.expectation.outcome === 'refused',
		),
		unsound: results.filter(({ tried }) => tried.unsound.length > 0),
	}
}

/** Whether the reason is one that files of this kind often have. With its password every file opens. */
const mayHold = ({ tried, expectation }: Result): boolean =>
	/holds no text/.test(tried.reason) ||
	(expectation.password === null &&
		(tried.outcome === 'locked' || /password|encrypted|DRM/.test(tried.reason)))

/** A sweep as lines for people. */
export function lines(results: readonly Result[]): readonly string[] {
	const { broken, refusedValid, perhapsRight, addedInvalid, unsound } = problemsOf(results)
	const refused = results.filter(({ tried }) => tried.outcome === 'refused' || tried.outcome === 'locked')
	return [
		...table([
			['format', 'files', 'added', 'locked', 'refused', 'crashed', 'timed out', 'memory', 'MB/s', 'peak MB'],
			...grouped(results, ({ format }) => format).map(([format, files]) => row(format, files)),
			row('all', results),
		]),
		...list('Broke their parser', broken, reason),
		...list('Valid, and refused', refusedValid, reason),
		...list('Valid, and refused for what may be a good reason', perhapsRight, reason),
		...list('Invalid, and added', addedInvalid, () => ''),
		...list('Unsound texts', unsound, ({ tried }) => tried.unsound.slice(0, 3).join(' ')),
		...list('All refusals', refused, reason),
		...scoreLines(results),
	]
}

/** Without the stack of a bug: `--json` has it. */
const reason = ({ tried }: Result) => tried.reason.split('\n', 1)[0] ?? ''

function list(
	title: string,
	results: readonly Result[],
	tell: (result: Result) => string,
): readonly string[] {
	if (results.length === 0) return ['', `${title}: none`]
	return [
		'',
		`${title}: ${results.length}`,
		...results.map((each) => `  ${each.file}  ${tell(each)}`.trimEnd()),
	]
}

function row(name: string, results: readonly Result[]): readonly string[] {
	const count = (outcome: Tried['outcome']) =>
		`${results.filter(({ tried }) => tried.outcome === outcome).length}`
	const read = results.filter(({ tried }) => tried.outcome === 'added' && tried.parsing !== null)
	const bytes = read.reduce((sum, { tried }) => sum + tried.bytes, 0)
	const time = read.reduce((sum, { tried }) => sum + (tried.parsing?.time ?? 0), 0)
	const peak = Math.max(0, ...results.map(({ tried }) => tried.parsing?.memory ?? 0))
	return [
		name,
		`${results.length}`,
		count('added'),
		count('locked'),
		count('refused'),
		count('crashed'),
		count('timed out'),
		count('too much memory'),
		time === 0 ? '–' : (bytes / 1e6 / (time / 1000)).toFixed(2),
		peak === 0 ? '–' : (peak / 1e6).toFixed(0),
	]
}

function scoreLines(results: readonly Result[]): readonly string[] {
	const scored = results.flatMap(({ file, format, score }) => (score ? [{ file, format, score }] : []))
	const groups = grouped(scored, ({ format, score }) => `${format} as ${score.by} reads it`)
	return groups.flatMap(([name, files]) => {
		const worst = files.toSorted((a, b) => a.score.similarity - b.score.similarity)
		const half = median(worst.map(({ score }) => score.similarity))
		const whole = files.filter(({ score }) => score.similarity === 1).length
		return [
			'',
			`${name}: median ${half.toFixed(4)}, ${whole} of ${files.length} alike to the letter; the worst:`,
			...worst
				.filter(({ score }) => score.similarity < 1)
				.slice(0, 10)
				.map(
					({ file, score }) =>
						`  ${score.similarity.toFixed(4)}  (without white space ${score.letters.toFixed(4)})  ${file}`,
				),
		]
	})
}

export function median(sorted: readonly number[]): number {
	const middle = sorted.length >>> 1
	const high = sorted[middle] ?? Number.NaN
	return sorted.length % 2 === 1 ? high : ((sorted[middle - 1] ?? high) + high) / 2
}

/** In order of the names. */
function grouped<Item>(
	items: readonly Item[],
	name: (item: Item) => string,
): readonly (readonly [string, readonly Item[]])[] {
	const groups = new Map<string, Item[]>()
	for (const item of items) {
		const group = groups.get(name(item))
		if (group) group.push(item)
		else groups.set(name(item), [item])
	}
	return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1))
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
	return rows.map((row) =>
		row
			.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
			.join('  '),
	)
}
