import {
	cpSync,
	existsSync,
	mkdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { newest } from './freshness.ts'
import type { Runtime } from './runtime.ts'

/**
 * Lays the app out as a packager would: `package.json`, `out/` and the one package that is not bundled,
 * in the build that fits the runtime. Does nothing when it lies there already.
 * @param root the checkout. Absolute.
 * @returns the folder to start Electron with. Absolute.
 */
export function stage(root: string, runtime: Runtime): string {
	const folder = join(root, 'dist', 'staged')
	const stamp = join(folder, 'stamp')
	const state = `${newest([join(root, 'out')])} ${runtime.addon} ${statSync(runtime.addon).mtimeMs}`
	if (existsSync(stamp) && readFileSync(stamp, 'utf8') === state) return folder
	const fresh = `${folder}.${process.pid}`
	rmSync(fresh, { recursive: true, force: true })
	mkdirSync(join(fresh, 'node_modules'), { recursive: true })
	const { name, version, description, license, author, type, main, desktopName, dependencies } = JSON.parse(
		readFileSync(join(root, 'package.json'), 'utf8'),
	)
	writeFileSync(
		join(fresh, 'package.json'),
		JSON.stringify({ name, version, description, license, author, type, main, desktopName, dependencies }),
	)
	cpSync(join(root, 'out'), join(fresh, 'out'), { recursive: true })
	cpSync(runtime.addon, join(fresh, 'node_modules', 'better-sqlite3'), {
		recursive: true,
		// What only a compiler needs is most of the package.
		filter: (path) => !/better-sqlite3[\\/](deps|src)([\\/]|$)/.test(path),
	})
	writeFileSync(join(fresh, 'stamp'), state)
	rmSync(folder, { recursive: true, force: true })
	renameSync(fresh, folder)
	return folder
}
