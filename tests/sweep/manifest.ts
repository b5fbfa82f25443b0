import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'

/** What is known about a file before it is tried. */
export interface Expectation {
	/** What must become of it: `either` where only a crash would be wrong. */
	readonly outcome: 'added' | 'refused' | 'either'
	readonly password: string | null
	/** As the manifest has them. */
	readonly kind: string
	readonly expected: string
	readonly note: string
}

/** Expectations of files, by absolute path. A file that no manifest names may do as it likes. */
export type Manifest = (path: string) => Expectation

const unknown: Expectation = { outcome: 'either', password: null, kind: '', expected: '', note: '' }

/**
 * Reads the `MANIFEST.tsv` in the folder or in the nearest one above it. Columns are found by their
 * headings: `kind`, `file` (a path from the manifest's folder), `expected`, `note`.
 */
export function manifestFor(folder: string): Manifest {
	const root = rootOf(folder)
	if (root === null) return () => unknown
	const [head = '', ...lines] = readFileSync(join(root, 'MANIFEST.tsv'), 'utf8').split(/\r?\n/)
	const columns = head.split('\t')
	const entries = new Map(
		lines
			.filter((line) => line !== '')
			.map((line) => {
				const cells = line.split('\t')
				const cell = (name: string) => cells[columns.indexOf(name)]?.trim() ?? ''
				return [cell('file'), expectation(cell('kind'), cell('file'), cell('expected'), cell('note'))]
			}),
	)
	return (path) => entries.get(relative(root, path).replaceAll('\\', '/')) ?? unknown
}

function rootOf(folder: string): string | null {
	for (let at = folder; ; at = dirname(at)) {
		if (existsSync(join(at, 'MANIFEST.tsv'))) return at
		if (dirname(at) === at) return null
	}
}

export function expectation(kind: string, file: string, expected: string, note: string): Expectation {
	return {
		outcome: outcomeOf(kind, file, expected, note),
		password: passwordOf(file, note),
		kind,
		expected,
		note,
	}
}

const endings: Readonly<Record<string, RegExp>> = {
	pdf: /\.pdf$/i,
	epub: /\.epub$/i,
	docx: /\.doc[xm]$/i,
	odt: /\.(odt|fodt|ott)$/i,
	rtf: /\.rtf$/i,
	html: /\.(html?|xhtml|mhtml|mht)$/i,
	markdown: /\.(md|txt)$/i,
	encodings: /./,
}

function outcomeOf(kind: string, file: string, expected: string, note: string): Expectation['outcome'] {
	const told = `${expected} ${note}`
	const name = file.slice(file.lastIndexOf('/') + 1)
	if (/must be (rejected|refused)/.test(told)) return name.startsWith('simple') ? 'either' : 'refused'
	const doubtful = /fuzz|damaged|must not hang|epubcheck: *(error|fatal|warning|$)|FAIL|bad|truncat|corrupt/i
	if (doubtful.test(`${told} ${name}`)) return 'either'
	return endings[kind]?.test(name) ? 'added' : 'either'
}

/** `password=…` in the note; a bracket after it explains, and may name another one for this file. */
function passwordOf(file: string, note: string): string | null {
	const said = /password=(\S+)/.exec(note)?.[1]
	if (said === undefined || said.startsWith('(')) return null
	if (/both-passwords/.test(file)) return /user (\w+), owner/.exec(note)?.[1] ?? said
	return said
}
