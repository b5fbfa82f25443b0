import { readFileSync } from 'node:fs'
import { familyOf } from '../../support/processes.ts'

/** Of a program with all its processes, in MB. */
export interface MemoryUse {
	readonly processes: number
	/** Pages that processes share count once, divided between them. */
	readonly proportional: number
	/** What would be free again if the program ended. */
	readonly own: number
	/** Shared pages count in each process. */
	readonly resident: number
}

/** What a program and its descendants occupy now. Linux. */
export function memoryOf(pid: number): MemoryUse {
	const uses = familyOf(pid).map(rollup)
	const sum = (key: string) => uses.reduce((total, use) => total + (use.get(key) ?? 0), 0) / 1024
	return {
		processes: uses.length,
		proportional: sum('Pss'),
		own: sum('Private_Clean') + sum('Private_Dirty'),
		resident: sum('Rss'),
	}
}

/** Once it changes by less than a hundredth within two seconds; at the latest after half a minute. */
export async function memoryAtRest(pid: number): Promise<MemoryUse> {
	let last = memoryOf(pid)
	for (let look = 0; look < 15; look++) {
		await new Promise((resolve) => setTimeout(resolve, 2000))
		const now = memoryOf(pid)
		if (look > 1 && Math.abs(now.proportional - last.proportional) < last.proportional / 100) return now
		last = now
	}
	return last
}

/** Kilobytes by name. Nothing of a process that has ended, or hides. */
function rollup(pid: number): ReadonlyMap<string, number> {
	const lines = read(`/proc/${pid}/smaps_rollup`).matchAll(/^(\w+):\s+(\d+) kB$/gm)
	return new Map([...lines].map(([, name = '', value]) => [name, Number(value)]))
}

function read(path: string): string {
	try {
		return readFileSync(path, 'utf8')
	} catch {
		return ''
	}
}
