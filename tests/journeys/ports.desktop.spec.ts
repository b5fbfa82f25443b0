import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { switches } from '../../main/launch/runtime.ts'
import { runtime, staged } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'

test('the desktop opens no port', async ({ folder }) => {
	const electron = runtime()
	test.skip(process.platform !== 'linux' || electron === null, 'Asks the kernel of Linux.')
	const home = join(folder, 'home')
	// Not by Playwright, which talks to the app through ports of its own.
	const app = spawn(
		electron?.executable ?? '',
		[...switches(), staged, '--library', join(folder, 'library')],
		{ env: { ...process.env, COMMONPLACE_HOME: home }, stdio: 'ignore', detached: true },
	)
	const ended = once(app, 'exit')
	try {
		await expect.poll(() => existsSync(join(home, 'memory.json')), { timeout: 30_000 }).toBe(true)
		const family = familyOf(app.pid ?? 0)
		expect(family.length).toBeGreaterThan(1)
		const sockets = new Set(family.flatMap(socketsOf))
		expect(listening().filter((inode) => sockets.has(inode))).toEqual([])
	} finally {
		app.kill('SIGTERM')
		await ended
	}
})

/** A process and all that it started, and they. */
function familyOf(first: number): readonly number[] {
	const parents = new Map<number, number>()
	for (const name of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
		const parent = read(`/proc/${name}/stat`).replace(/^.*\)/s, '').trim().split(' ')[1]
		parents.set(Number(name), Number(parent))
	}
	const family = [first]
	for (const member of family)
		for (const [child, parent] of parents) if (parent === member) family.push(child)
	return family
}

/** Inodes of the sockets that a process holds. */
function socketsOf(process: number): readonly string[] {
	try {
		return readdirSync(`/proc/${process}/fd`).flatMap((fd) => {
			const target = link(`/proc/${process}/fd/${fd}`)
			return /^socket:\[(\d+)\]$/.exec(target)?.[1] ?? []
		})
	} catch {
		return []
	}
}

/** Inodes of the sockets of this machine that wait for connections; UDP waits without saying so. */
function listening(): readonly string[] {
	const rows = (kind: string) =>
		read(`/proc/net/${kind}`)
			.split('\n')
			.slice(1)
			.map((row) => row.trim().split(/\s+/))
	const tcp = ['tcp', 'tcp6'].flatMap(rows).filter((row) => row[3] === '0A')
	return [...tcp, ...['udp', 'udp6'].flatMap(rows)].map((row) => row[9] ?? '')
}

/** What is gone before it is read says nothing. */
function read(path: string): string {
	try {
		return readFileSync(path, 'utf8')
	} catch {
		return ''
	}
}

function link(path: string): string {
	try {
		return readlinkSync(path)
	} catch {
		return ''
	}
}
