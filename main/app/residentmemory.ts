import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { promisify } from 'node:util'

/**
 * The bytes of memory that a process occupies, as the system counts them; null where that cannot be
 * told (the process is over, or the system has neither `/proc` nor `ps`).
 */
export async function residentMemory(pid: number): Promise<number | null> {
	try {
		return process.platform === 'linux' ? await fromProc(pid) : await fromPs(pid)
	} catch {
		return null
	}
}

/** `status` counts in kB whatever the size of a page is; `statm` counts in pages. */
async function fromProc(pid: number): Promise<number | null> {
	const kilobytes = /^VmRSS:\s*(\d+) kB/m.exec(await readFile(`/proc/${pid}/status`, 'utf8'))?.[1]
	return kilobytes ? Number(kilobytes) * 1024 : null
}

async function fromPs(pid: number): Promise<number | null> {
	const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)])
	const kilobytes = Number.parseInt(stdout, 10)
	return Number.isNaN(kilobytes) ? null : kilobytes * 1024
}
