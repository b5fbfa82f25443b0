import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const sources = ['corpus', 'preload', 'main', 'renderer', 'electron.vite.config.ts', 'package.json']
const results = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html']

/** When the newest file below these paths was changed, in milliseconds since 1970; 0 when there is none. */
export function newest(paths: readonly string[]): number {
	const times = paths.filter(existsSync).map((path) => {
		const status = statSync(path)
		if (!status.isDirectory()) return status.mtimeMs
		return newest(readdirSync(path).map((name) => join(path, name)))
	})
	return Math.max(0, ...times)
}

/** Whether `out/` was built from the sources as they are. @param root the checkout. Absolute. */
export function isBuilt(root: string): boolean {
	const built = results.map((path) => join(root, path))
	const oldest = Math.min(...built.map((path) => (existsSync(path) ? statSync(path).mtimeMs : 0)))
	return oldest > newest(sources.map((path) => join(root, path)))
}

/** Builds, and shows what the build says when it fails. @returns whether it succeeded */
export function build(root: string): boolean {
	const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
	const built = spawnSync(process.execPath, [tool, 'build'], { cwd: root, encoding: 'utf8' })
	if (built.status !== 0) process.stderr.write(built.stdout + built.stderr)
	return built.status === 0
}
