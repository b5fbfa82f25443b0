import { execFileSync } from 'node:child_process'
import { readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where Linux takes the wish to forget what it has read; only root may write it. */
const dropCaches = '/proc/sys/vm/drop_caches'

/** How the next start can be made a cold one here; null: in no way. */
export function coldness(): 'all' | 'files' | null {
	if (process.platform !== 'linux') return null
	return process.getuid?.() === 0 ? 'all' : 'files'
}

/**
 * Has the system forget what it holds of files in memory: of everything, the system's libraries included,
 * where that is allowed; else of these files, which only keeps what other programs use as well.
 * @param paths files and folders. Absolute
 */
export function makeCold(paths: readonly string[]): void {
	execFileSync('sync')
	if (coldness() === 'all') writeFileSync(dropCaches, '3')
	for (const file of paths.flatMap(filesIn))
		execFileSync('dd', [`if=${file}`, 'iflag=nocache', 'count=0', 'status=none'])
}

function filesIn(path: string): readonly string[] {
	if (!statSync(path).isDirectory()) return [path]
	return readdirSync(path, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
}
