import { type ChildProcess, type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
	chmodSync,
	chownSync,
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { processesOf, wordsOf } from '../../support/processes.ts'
import { run } from './machine.ts'

/** An ordinary user of the machine, made for these tests, with a session of their own on the display. */
export interface Reader {
	readonly uid: number
	readonly gid: number
	/** Absolute. */
	readonly home: string
	/** What their session tells every program, and nothing else. */
	readonly env: Readonly<Record<string, string>>
}

const name = 'commonplace-reader'

const exists = () => spawnSync('id', [name]).status === 0

export async function makeReader(): Promise<Reader> {
	await removeReader()
	run('useradd', '--create-home', '--shell', '/bin/sh', name)
	const reader = theReader()
	// Numbers of users are given again.
	sweepAfter(reader)
	const owned = (path: string, make: () => void) => {
		make()
		chownSync(path, reader.uid, reader.gid)
		chmodSync(path, 0o700)
	}
	const session = reader.env['XDG_RUNTIME_DIR'] ?? ''
	owned(session, () => mkdirSync(session, { recursive: true }))
	const cookies = process.env['XAUTHORITY']
	if (cookies && existsSync(cookies))
		owned(join(reader.home, '.Xauthority'), () => cpSync(cookies, join(reader.home, '.Xauthority')))
	// File dialogs that begin with a folder can be answered by a path alone.
	const settings = join(reader.home, '.config/glib-2.0/settings/keyfile')
	writeAs(reader, settings, "[org/gtk/settings/file-chooser]\nstartup-mode='cwd'\n")
	startAs(reader, 'dbus-daemon', [
		'--session',
		'--nopidfile',
		`--address=${reader.env['DBUS_SESSION_BUS_ADDRESS']}`,
	]).unref()
	return reader
}

/** Ends whatever they run, and takes away all that is theirs. @returns whether there was such a user */
export async function removeReader(): Promise<boolean> {
	if (!exists()) return false
	const reader = theReader()
	const { uid, env } = reader
	await endProcessesOf(uid)
	sweepAfter(reader)
	rmSync(env['XDG_RUNTIME_DIR'] ?? '', { recursive: true, force: true })
	// It complains of the mailbox that nobody made.
	spawnSync('userdel', ['--remove', name])
	if (exists()) throw new Error(`The user ${name} could not be removed.`)
	return true
}

/** Where every user of the machine may write. */
const shared = ['/tmp', '/var/tmp', '/dev/shm', '/run', '/var/lock', '/var/crash']

/** What of this reader lies outside their home and their session. Absolute. */
export function writtenElsewhere({ uid, env }: Reader): readonly string[] {
	const session = env['XDG_RUNTIME_DIR'] ?? ''
	const { stdout } = spawnSync(
		'find',
		// Of what is theirs the topmost; others' files come and go meanwhile.
		[
			...shared.filter(existsSync),
			...['-ignore_readdir_race', '-path', session, '-prune', '-o', '-user', `${uid}`, '-prune', '-print'],
		],
		{ encoding: 'utf8' },
	)
	return stdout.split('\n').filter((path) => path !== '')
}

/** Takes away what programs that were killed have left in places that are everybody's. */
export function sweepAfter(reader: Reader): void {
	for (const path of writtenElsewhere(reader)) rmSync(path, { recursive: true, force: true })
}

/** Ends the processes of a user, and waits until they are gone. @param but names of programs that may go on */
export async function endProcessesOf(uid: number, but: readonly string[] = []): Promise<void> {
	const running = () => processesOf(uid).filter((each) => !but.includes(wordsOf(each)[0] ?? ''))
	for (let left = running(); left.length > 0; left = running()) {
		for (const each of left) {
			try {
				process.kill(each, 'SIGKILL')
			} catch {
				// It ended by itself.
			}
		}
		await setTimeout(50)
	}
}

/** The user that `makeReader` made. */
export function theReader(): Reader {
	const line = readFileSync('/etc/passwd', 'utf8')
		.split('\n')
		.find((each) => each.startsWith(`${name}:`))
	if (line === undefined) throw new Error(`There is no user ${name}.`)
	const [, , uid, gid, , home = ''] = line.split(':')
	const session = `/run/${name}`
	return {
		uid: Number(uid),
		gid: Number(gid),
		home,
		env: {
			PATH: '/usr/local/bin:/usr/bin:/bin',
			HOME: home,
			USER: name,
			LOGNAME: name,
			SHELL: '/bin/sh',
			LANG: 'C.UTF-8',
			DISPLAY: process.env['DISPLAY'] ?? '',
			XAUTHORITY: join(home, '.Xauthority'),
			XDG_RUNTIME_DIR: session,
			DBUS_SESSION_BUS_ADDRESS: `unix:path=${session}/bus`,
			GSETTINGS_BACKEND: 'keyfile',
		},
	}
}

/** Starts a program as this user, in their home. @param env beyond what the session tells */
export const startAs = (
	{ uid, gid, home, env: session }: Reader,
	program: string,
	words: readonly string[],
	env: Readonly<Record<string, string>> = {},
	stdio: SpawnOptions['stdio'] = 'ignore',
): ChildProcess =>
	spawn(program, words, { uid, gid, cwd: home, env: { ...session, ...env }, stdio, detached: true })

export interface Ended {
	readonly code: number | null
	readonly out: string
	readonly complaints: string
}

/** Runs a program to its end as this user. */
export async function runAs(
	reader: Reader,
	program: string,
	words: readonly string[],
	env: Readonly<Record<string, string>> = {},
): Promise<Ended> {
	const child = startAs(reader, program, words, env, ['ignore', 'pipe', 'pipe'])
	let out = ''
	let complaints = ''
	child.stdout?.setEncoding('utf8').on('data', (text) => {
		out += text
	})
	child.stderr?.setEncoding('utf8').on('data', (text) => {
		complaints += text
	})
	const [code] = await once(child, 'close')
	return { code, out, complaints }
}

/** Runs a program that may leave others running behind it. @returns its exit code */
export async function launchAs(
	reader: Reader,
	program: string,
	...words: readonly string[]
): Promise<number | null> {
	const [code] = await once(startAs(reader, program, words), 'exit')
	return code
}

/** Writes a file of theirs, below their home. */
export function writeAs({ uid, gid, home }: Reader, path: string, text: string): void {
	const folders: string[] = []
	for (let folder = dirname(path); folder.startsWith(home) && !existsSync(folder); folder = dirname(folder))
		folders.unshift(folder)
	for (const folder of folders) {
		mkdirSync(folder)
		chownSync(folder, uid, gid)
	}
	writeFileSync(path, text)
	chownSync(path, uid, gid)
}
