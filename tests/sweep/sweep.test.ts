import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { expectation } from './manifest.ts'

const root = join(import.meta.dirname, '../..')
let folder = ''
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'commonplace-swept-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

function write(files: Readonly<Record<string, string | Uint8Array>>): void {
	for (const [name, content] of Object.entries(files)) {
		mkdirSync(join(folder, name, '..'), { recursive: true })
		writeFileSync(join(folder, name), content)
	}
}

function sweep(...words: readonly string[]) {
	const temporary = mkdtempSync(join(folder, 'tmp-'))
	const run = spawnSync(
		process.execPath,
		['--import', './tests/support/rawfiles.ts', 'tests/sweep/sweep.ts', ...words],
		{ cwd: root, encoding: 'utf8', env: { ...process.env, TMPDIR: temporary } },
	)
	const left = readdirSync(temporary)
	rmSync(temporary, { recursive: true })
	return { code: run.status, out: run.stdout, left }
}

test('says what became of each file, and leaves nothing behind', () => {
	write({
		'good/a.txt': 'Some words.',
		'good/answers.csv': 'id,text\n1,The first answer of all.\n2,The second answer of all.\n',
		'good/b.md': '# Heading\n\nMore words.',
		'good/noise.txt': Uint8Array.from({ length: 3000 }, (_, at) => (at * 89 + 7) % 31),
		'good/page/source.html': `<!doctype html><title>T</title><article>${'<p>A sentence, and one more of it.</p>'.repeat(30)}</article>`,
		'good/page/expected.html': `<div>${'<p>A sentence, and one more of it.</p>'.repeat(30)}</div>`,
	})
	const { code, out, left } = sweep(join(folder, 'good'), '--score')
	expect(out).toMatch(/^text +2 +1 +0 +1 +0 +0 +0 /m)
	expect(out).toMatch(/^tables of texts +1 +1 +0 +0 +0 +0 +0 /m)
	expect(out).toMatch(/^Broke their parser: none$/m)
	expect(out).toMatch(/^ {2}noise\.txt {2}.*nothing was added/m)
	expect(out).toMatch(/^HTML as Readability reads it: median 1\.0000, 1 of 1 alike/m)
	expect(code).toBe(0)
	expect(left).toEqual([])
})

test('fails when a file that is valid is refused', () => {
	write({
		'MANIFEST.tsv':
			'kind\tfile\texpected\tnote\nencodings\tin/a.bin\tencoding=windows-1257 lang=lv\t\nencodings\tin/empty.bin\t\t\n',
		'in/a.bin': Uint8Array.from('Tai visai paprasta: \xfeodis ir dar vienas \xfeodis, \xe0\xe8iu.', (sign) =>
			sign.charCodeAt(0),
		),
		'in/empty.bin': '',
	})
	const { code, out } = sweep(join(folder, 'in'), '--score', '--json')
	expect(code).toBe(1)
	expect(JSON.parse(out)).toMatchObject([
		{ file: 'a.bin', tried: { outcome: 'added', unsound: [] }, score: { by: 'encoding' } },
		{ file: 'empty.bin', expectation: { outcome: 'added' }, tried: { outcome: 'refused' } },
	])
})

test.each([
	['pdf', 'a/b.pdf', '', '', 'added', null],
	['pdf', 'a/b.pdf.txt', '', '', 'either', null],
	['pdf', 'a/b.pdf', '', 'password=foo', 'added', 'foo'],
	[
		'pdf',
		'a/r6-both-passwords.pdf',
		'',
		'password=asdf (r6-both-passwords: user foo, owner bar)',
		'added',
		'foo',
	],
	['pdf', 'a/b.pdf', '', 'damaged; "must not hang/crash"', 'either', null],
	['epub', 'a/b.epub', 'epubcheck: valid', '', 'added', null],
	['epub', 'a/b.epub', 'epubcheck: error RSC-005', '', 'either', null],
	['security', 'a/b.xml', 'must be refused (except simple*.xml)', '', 'refused', null],
	['security', 'a/simple.xml', 'must be refused (except simple*.xml)', '', 'either', null],
])('of %s %s (%s %s) it expects: %s', (kind, file, expected, note, outcome, password) => {
	expect(expectation(kind, file, expected, note)).toMatchObject({ outcome, password })
})
