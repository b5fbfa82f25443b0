import { mkdtempSync, rmSync } from 'node:fs'
import { mkdtemp, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '../../corpus/errors.ts'

/**
 * Copies of files for other programs, in a folder that only this user may read. They can be read, not written:
 * who changes one is asked where to save it, and the original in the library stays as it is.
 */
export class Copies {
	readonly #temporary: string
	readonly #openPath: (path: string) => Promise<string>
	#folder: string | null = null

	/**
	 * @param temporary the system's folder for such things. Absolute
	 * @param openPath opens a file in its program; answers what went wrong, '' for nothing
	 */
	constructor(temporary: string, openPath: (path: string) => Promise<string>) {
		this.#temporary = temporary
		this.#openPath = openPath
	}

	/** @throws UserError `unsupported` where no program can open it */
	async open(name: string, bytes: Uint8Array): Promise<void> {
		this.#folder ??= mkdtempSync(join(this.#temporary, 'commonplace-'))
		// A folder for each: the same name may be open already.
		const path = join(await mkdtemp(join(this.#folder, 'copy-')), name)
		await writeFile(path, bytes, { mode: 0o400, flag: 'wx' })
		const problem = await this.#openPath(path)
		if (problem !== '')
			throw new UserError(
				'unsupported',
				`No program could open “${name}”. Save a copy of the original, and open that.`,
			)
	}

	/** To be called when the app ends. What another program keeps from being removed stays for the system. */
	remove(): void {
		const folder = this.#folder
		this.#folder = null
		if (folder === null) return
		try {
			rmSync(folder, { recursive: true, force: true, maxRetries: 2 })
		} catch {
			// Windows does not remove what is open.
		}
	}
}
