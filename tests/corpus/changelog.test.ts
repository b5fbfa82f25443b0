import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readChangelog } from '../../corpus/changelog.ts'

it('gives features and fixes of each version, the newest first', () => {
	const text =
		'# Changelog\n\n## Unreleased\n\n- FIX: Late.\n\n## 0.2.0 (2026-12-01)\n\nWords between.\n- FEATURE: One.\n- FIX: Two: more.\n\n## 0.1.0\r\n\r\n- FEATURE: First.\r\n'
	expect(readChangelog(text)).toEqual([
		{ version: null, features: [], fixes: ['Late.'] },
		{ version: '0.2.0', features: ['One.'], fixes: ['Two: more.'] },
		{ version: '0.1.0', features: ['First.'], fixes: [] },
	])
})

it('says nothing of a version that nothing is written about', () => {
	expect(readChangelog('# Changelog\n\n## Unreleased\n\n## 0.1.0\n\n- FEATURE: First.\n')).toHaveLength(1)
	expect(readChangelog('')).toEqual([])
})

it('reads every line of our own', () => {
	const text = readFileSync(join(import.meta.dirname, '../../CHANGELOG.md'), 'utf8')
	const read = readChangelog(text).flatMap(({ features, fixes }) => [...features, ...fixes])
	expect(read).toHaveLength(text.match(/^- /gm)?.length ?? 0)
	for (const line of read) expect(line).toMatch(/^[\p{Lu}*`]/u)
})
