import { spawnSync } from 'node:child_process'
import { install, installedVersion, installingProblem, purge, version } from './machine.ts'
import { sandboxVariable } from './program.ts'
import { makeReader, type Reader, removeReader, runAs } from './reader.ts'

/** Installs the package, makes the reader; afterwards takes both away again. */
export default async function setup(): Promise<() => Promise<void>> {
	const problem = installingProblem()
	if (problem !== null) throw new Error(`The installed program cannot be tried here. ${problem}`)
	const there = installedVersion()
	// What a run that was killed has left may go.
	if (there !== null && !(await removeReader()) && !process.env['CI'])
		throw new Error(
			`Commonplace ${there} is installed on this machine. These tests would replace and remove it: remove it first, or set CI.`,
		)
	const restore = async () => {
		await removeReader()
		if (installedVersion() !== null) purge()
	}
	try {
		install(version)
		const why = await sandboxProblem(await makeReader())
		if (why !== null) {
			process.env[sandboxVariable] = 'off'
			const line = '='.repeat(why.length + 4)
			process.stderr.write(`${line}\n  Chromium's sandbox is OFF in these tests.\n  ${why}\n${line}\n`)
		}
	} catch (error) {
		await restore()
		throw error
	}
	return restore
}

/** Why Chromium cannot make its sandbox on this machine; null: it can. */
async function sandboxProblem(reader: Reader): Promise<string | null> {
	const own = ['--pid', '--net', '--fork', 'true']
	const { code } = await runAs(reader, 'unshare', ['--user', '--map-root-user', ...own])
	if (code === 0) return null
	// Else Chromium's helper, which runs as root, makes the namespaces.
	if (spawnSync('unshare', own).status === 0) return null
	return 'The kernel lets nobody make namespaces here.'
}
