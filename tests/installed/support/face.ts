import { chmodSync, mkdirSync } from 'node:fs'
import type { Run, Size } from '../../journeys/support/fixtures.ts'
import type { Start } from '../../support/desktop.ts'
import { startProgram } from './program.ts'
import { theReader } from './reader.ts'
import { answerFileDialog } from './windows.ts'

/** The installed program as the journeys use it. */
export async function runInstalled({ library, home, words = [] }: Start, viewport: Size): Promise<Run> {
	mkdirSync(library, { recursive: true })
	const program = await startProgram(theReader(), ['--library', library, ...words], {
		COMMONPLACE_HOME: home,
	})
	const { page } = program
	if (viewport) await page.setViewportSize(viewport)
	let answer: Promise<void> = Promise.resolve()
	const answerNext = async (path: string | undefined) => {
		if (path === undefined) throw new Error('The native dialog is answered with one path.')
		answer = answerFileDialog(path)
		// Whoever waits for what follows fails with a sentence of their own; `end` tells the reason.
		answer.catch(() => {})
	}
	return {
		page,
		chooseNext: ([path, ...more]) => answerNext(more.length === 0 ? path : undefined),
		saveNext: answerNext,
		async end() {
			await program.end()
			await answer
		},
	}
}

/** Lets the reader write into a folder of the test, and into all that the test makes in it. */
export async function withReader(folder: string, use: () => Promise<void>): Promise<void> {
	chmodSync(folder, 0o777)
	const mask = process.umask(0)
	try {
		await use()
	} finally {
		process.umask(mask)
	}
}
