import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base } from '@playwright/test'
import { withReader } from './face.ts'
import { ensureInstalled } from './machine.ts'
import { type Program, startProgram } from './program.ts'
import { endProcessesOf, type Reader, sweepAfter, theReader } from './reader.ts'

export { expect } from '@playwright/test'

interface Fixtures {
	/** The user who reads, and never started the program before; what they left running is ended after the test. */
	reader: Reader
	/** Starts the installed program as the reader. Closed after the test. */
	start(words?: readonly string[], env?: Readonly<Record<string, string>>): Promise<Program>
	/** An empty folder into which the reader may write, taken away after the test. */
	folder: string
}

export const test = base.extend<Fixtures>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures out of this pattern
	reader: async ({}, use) => {
		ensureInstalled()
		const reader = theReader()
		for (const theirs of ['.config/commonplace', '.config/mimeapps.list', '.local'])
			rmSync(join(reader.home, theirs), { recursive: true, force: true })
		await use(reader)
		await endProcessesOf(reader.uid, ['dbus-daemon'])
		sweepAfter(reader)
	},

	// biome-ignore lint/correctness/noEmptyPattern: as above
	folder: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'commonplace-installed-'))
		await withReader(folder, () => use(folder))
		rmSync(folder, { recursive: true, force: true })
	},

	start: async ({ reader, viewport }, use) => {
		const started: Program[] = []
		await use(async (words = [], env = {}) => {
			const program = await startProgram(reader, words, env)
			started.push(program)
			if (viewport) await program.page.setViewportSize(viewport)
			return program
		})
		for (const program of started) await program.end()
	},
})
