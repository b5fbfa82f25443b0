import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { cacheFolder, type Surroundings } from '../system/folders.ts'

/** An Electron that can be started, and the better-sqlite3 that fits it. Absolute paths. */
export interface Runtime {
	readonly executable: string
	readonly addon: string
}

/** The Electron that `npm run electron:registry` makes, and how it is laid out there. */
export const registryVersion = '33.2.1'
export const registryFolder = (around: Surroundings): string =>
	join(cacheFolder(around), `electron-${registryVersion}`)

const layout = (folder: string): Runtime => ({
	executable: join(folder, 'electron', 'electron'),
	addon: join(folder, 'better-sqlite3'),
})

/**
 * The Electron to start: the one that `COMMONPLACE_ELECTRON` names (an executable, or a folder as
 * `electron:registry` makes it), the one that the `electron` package has downloaded, the one from the
 * registry. @param root the checkout. Absolute. @returns null when there is none
 */
export function findRuntime(root: string, around: Surroundings): Runtime | null {
	const told = around.env['COMMONPLACE_ELECTRON']
	const bundled = join(root, 'node_modules', 'better-sqlite3')
	if (told) {
		const path = resolve(told)
		return statSync(path).isDirectory() ? layout(path) : { executable: path, addon: bundled }
	}
	const downloaded = packagePath(root)
	if (downloaded !== null) return { executable: downloaded, addon: bundled }
	const cached = layout(registryFolder(around))
	return existsSync(cached.executable) && existsSync(cached.addon) ? cached : null
}

/** The executable that the `electron` package has downloaded; null when it has not. */
function packagePath(root: string): string | null {
	const folder = join(root, 'node_modules', 'electron')
	const name = join(folder, 'path.txt')
	if (!existsSync(name)) return null
	const executable = join(folder, 'dist', readFileSync(name, 'utf8'))
	return existsSync(executable) ? executable : null
}

/** Milliseconds for a download that may have no way out to the network. */
const patience = 5 * 60_000

/** Has the `electron` package download its runtime, checked by its own sums. @returns whether it is there */
export function downloadRuntime(root: string): boolean {
	const script = join(root, 'node_modules', 'electron', 'install.js')
	if (!existsSync(script)) return false
	spawnSync(process.execPath, [script], { stdio: 'ignore', timeout: patience })
	return packagePath(root) !== null
}

/** Why this runtime cannot start on this machine, such as a missing library; null: it can. */
export function whyNot({ executable }: Runtime): string | null {
	const tried = spawnSync(executable, ['-e', '0'], {
		env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' },
		encoding: 'utf8',
		timeout: 30_000,
	})
	if (tried.status === 0) return null
	return tried.error?.message ?? (tried.stderr.trim().split('\n')[0] || `exit code ${tried.status}`)
}

/** Whether windows can be shown. */
export const hasDisplay = ({ env, platform }: Surroundings): boolean =>
	platform !== 'linux' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY'])

/** Switches that this machine asks for: Electron does not start as root with its sandbox on. */
export const switches = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])
