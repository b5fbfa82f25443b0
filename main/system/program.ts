import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ProgramPart } from '../../corpus/program.ts'
import type { ProgramOptions } from '../app/options.ts'
import { recall, remember } from './memory.ts'

/** The part of this process that tells what it runs on. */
export interface Runtime {
	readonly versions: Readonly<Record<string, string | undefined>>
	/** Absolute. */
	readonly execPath: string
}

/**
 * What this process and its user's memory say of the program.
 * @param version that of the program: three numbers, and perhaps more after a hyphen
 * @param memory the file that is remembered between runs. Absolute
 */
export function programOf(runtime: Runtime, version: string, memory: string): ProgramOptions {
	const before = recall(memory)
	return {
		parts: partsOf(runtime),
		licencesFolder: licencesFolder(runtime),
		takeUpdate() {
			const { seen } = recall(memory)
			if (seen === version) return false
			// Who has opened a library has used the program, perhaps when it did not remember its version yet.
			const known = seen ?? (before.library === null ? version : '0.0.0')
			try {
				remember(memory, { seen: version })
			} catch {
				// What cannot be remembered is not worth an error, and not worth being told at every start.
				return false
			}
			return isNewer(version, known)
		},
	}
}

function partsOf({ versions }: Runtime): readonly ProgramPart[] {
	const names = { Electron: 'electron', Chromium: 'chrome', 'Node.js': 'node' }
	return Object.entries(names).flatMap(([name, key]) => {
		const version = versions[key]
		return version === undefined ? [] : [{ name, version }]
	})
}

/** Electron's archives hold the licences beside the executable; a program of macOS keeps what is no program elsewhere. */
function licencesFolder({ versions, execPath }: Runtime): string | null {
	if (versions['electron'] === undefined) return null
	const beside = dirname(execPath)
	const folders = [beside, join(beside, '../Resources')]
	return folders.find((folder) => existsSync(join(folder, 'LICENSES.chromium.html'))) ?? null
}

/** Whether the first version is later than the second: by its numbers, what stands after a hyphen left aside. */
function isNewer(one: string, other: string): boolean {
	const numbers = (version: string) => (version.split('-')[0] ?? '').split('.').map(Number)
	const [left, right] = [numbers(one), numbers(other)]
	const at = [0, 1, 2].find((index) => left[index] !== right[index])
	return at !== undefined && (left[at] ?? 0) > (right[at] ?? 0)
}
