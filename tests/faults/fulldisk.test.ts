import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

const here = import.meta.dirname
const disk = mkdtempSync(join(tmpdir(), 'commonplace-disk-'))
afterAll(() => rmSync(disk, { recursive: true, force: true }))

/** Runs a command with a small disk of its own at `disk`, as some systems let everybody do. */
const onSmallDisk = (...command: readonly string[]) =>
	spawnSync(
		'unshare',
		[
			...['--user', '--map-root-user', '--mount', 'sh', '-c'],
			...['mount -t tmpfs -o size=1500k tmpfs "$0" && exec "$@"', disk, ...command],
		],
		{ encoding: 'utf8' },
	)

test.skipIf(onSmallDisk('true').status !== 0)('a library closes on a full disk, and says so once', () => {
	const { stdout, stderr } = onSmallDisk(
		...[process.execPath, '--import', join(here, '../support/rawfiles.ts')],
		...[join(here, 'fulldisk/importer.ts'), disk],
	)
	expect(stderr).toBe('')
	const { added, logged } = JSON.parse(stdout)
	expect(added).toBeGreaterThan(0)
	expect(logged).toEqual([
		expect.stringMatching(
			/^warning: The disk .*library is full.* safe.*library\.sqlite-wal.*make room.*\.\s*$/i,
		),
	])
})
