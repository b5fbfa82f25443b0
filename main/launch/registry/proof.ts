import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const script = `
	const Database = require(process.argv[1])
	const version = new Database(':memory:').prepare('select sqlite_version()').pluck().get()
	console.log('Electron ' + process.versions.electron + ', SQLite ' + version)
`

/** Runs the addon in the runtime. @returns a line with both versions @throws Error when they do not fit */
export const proof = (executable: string, addon: string): string =>
	execFileSync(executable, ['-e', script, addon], {
		env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
		encoding: 'utf8',
	}).trim()

/** The version of a better-sqlite3 package; null when there is none. */
export function addonVersion(folder: string): string | null {
	const manifest = join(folder, 'package.json')
	return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : null
}
