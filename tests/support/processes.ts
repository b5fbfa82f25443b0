import { readdirSync, readFileSync, readlinkSync } from 'node:fs'

/** What the kernel of Linux says about processes from outside. What is gone before it is read says nothing. */

/** Processes that still run; those that only wait for their parent to take note of their end do not. */
function running(): readonly number[] {
	return readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.filter((name) => !/^State:\s+[ZX]/m.test(read(`/proc/${name}/status`)))
		.map(Number)
}

/** A process and all that it started, and they. */
export function familyOf(first: number): readonly number[] {
	const parents = new Map(
		running().map((process) => {
			const parent = read(`/proc/${process}/stat`).replace(/^.*\)/s, '').trim().split(' ')[1]
			return [process, Number(parent)]
		}),
	)
	const family = [first]
	for (const member of family)
		for (const [child, parent] of parents) if (parent === member) family.push(child)
	return family
}

/** All processes of one user. */
export const processesOf = (user: number): readonly number[] =>
	running().filter((process) => Number(/^Uid:\s+(\d+)/m.exec(read(`/proc/${process}/status`))?.[1]) === user)

/** The command line, word by word. Chromium writes that of some of its processes as one word. */
export const wordsOf = (process: number): readonly string[] =>
	read(`/proc/${process}/cmdline`).split(/[\0 ]+/)

/** The namespace that a process lives in, such as `user:[4026531837]`. */
export const namespaceOf = (process: number, kind: 'user' | 'pid' | 'net'): string =>
	link(`/proc/${process}/ns/${kind}`)

/** 2: only system calls that a filter lets through. */
export const seccompOf = (process: number): number =>
	Number(/^Seccomp:\s+(\d)/m.exec(read(`/proc/${process}/status`))?.[1])

/** Ports on which others could reach these processes, such as `tcp:8080`. UDP waits without saying so. */
export function openPorts(processes: readonly number[]): readonly string[] {
	const sockets = new Set(processes.flatMap(socketsOf))
	const open = (protocol: 'tcp' | 'udp', row: readonly string[]) =>
		sockets.has(row[9] ?? '') && (protocol === 'udp' || row[3] === '0A')
			? [`${protocol}:${Number.parseInt(row[1]?.split(':')[1] ?? '', 16)}`]
			: []
	return (['tcp', 'udp'] as const).flatMap((protocol) =>
		[protocol, `${protocol}6`].flatMap(socketTable).flatMap((row) => open(protocol, row)),
	)
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

const socketTable = (kind: string): readonly (readonly string[])[] =>
	read(`/proc/net/${kind}`)
		.split('\n')
		.slice(1)
		.map((row) => row.trim().split(/\s+/))

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
