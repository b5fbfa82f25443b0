import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { world } from '../store/world.ts'

/** One number beside what the bare thing takes in the same run. */
export interface Measured {
	readonly what: string
	readonly ours: number
	readonly unit: 'ms' | 'MB' | 'MB/s'
	readonly baseline: number
	readonly of: string
}

/** Prints the rows as a table. Nothing is asserted: the numbers are for people. */
export function print(title: string, rows: readonly Measured[]): void {
	const lines = rows.map(({ what, ours, unit, baseline, of }) => {
		const ratio = unit === 'MB/s' ? baseline / ours : ours / baseline
		return `  ${what.padEnd(48)} ${show(ours, unit)}   ${of}: ${show(baseline, unit)}   ×${ratio.toFixed(2)}`
	})
	process.stdout.write(`\n${title}\n${lines.join('\n')}\n`)
}

const show = (value: number, unit: string): string =>
	`${value.toFixed(value < 10 ? 2 : 0).padStart(7)} ${unit}`

/** How long it takes, in ms. */
export async function timeOf(work: () => unknown): Promise<number> {
	const start = performance.now()
	await work()
	return performance.now() - start
}

/** @param share 0 to 1: 0.5 for the median, 0.95 for what one in twenty exceeds */
export function percentile(values: readonly number[], share: number): number {
	const sorted = values.toSorted((a, b) => a - b)
	return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN
}

export function scratchFolder(): string {
	const folder = mkdtempSync(join(tmpdir(), 'commonplace-bench-'))
	onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
	return folder
}

/** Ids and clock that do not cost time. */
export const benchWorld = world

const words =
	'the two sides agreed that trade and the sea would be spoken of again when a date for it was found'.split(
		' ',
	)

/** Words in an order that repeats at every run. */
export function prose(count: number, seed = 1): string {
	let state = seed
	const next = () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
		return state
	}
	return Array.from({ length: count }, () => words[next() % words.length] ?? '').join(' ')
}

/** A document in Markdown: headings, paragraphs of 80 words, some emphasis. */
export function markdownDocument(wordCount: number, title: string): string {
	const paragraphs = Array.from({ length: Math.ceil(wordCount / 80) }, (_, at) => {
		const text = prose(80, at + 1)
			.replace('agreed', '*agreed*')
			.replace('trade', '**trade**')
		return at % 12 === 0 ? `## Part ${at / 12 + 1}\n\n${text}.` : `${text}.`
	})
	return `# ${title}\n\n${paragraphs.join('\n\n')}\n`
}
