import { lstatSync, readFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { extractFile } from '@electron/asar'
import { contentsOf, filesBelow, megabytes } from './sizes.ts'

/** A file of the program, from its archive or from beside it. */
interface File {
	/** From the top of the app, or of the unpacked program. */
	readonly name: string
	/** In bytes. */
	readonly size: number
	read(): Buffer
}

/** What a packaged app consists of. Everything else got in by mistake. */
const own = [
	/^package\.json$/,
	/^out\/(?:main|preload|renderer)\//,
	/^node_modules\/better-sqlite3\/(?:package\.json|LICENSE|lib\/.+\.js|(?:build\/Release|prebuilds)\/[\w-]+\.node)$/,
]

/** The kinds of files that bundles consist of: no samples, whatever their format, and nothing to compile. */
const kinds = /\.(?:js|mjs|cjs|css|html|json|svg|png|woff2|ttf|pfb|bcmap|icc|wasm|node)$|\/LICENSE\w*$/

const tests = /(?:^|\/)(?:tests?|__tests__|fixtures|golden)\/|\.(?:test|spec)\.\w+$/

/** Neither is needed to run anything. */
const unneeded = ['scripts', 'devDependencies', 'workspaces', 'overrides', 'allowScripts']

/** In bytes. Larger files are listed here, with the reason. */
const large = 5_000_000
const largeFiles: readonly { readonly name: RegExp; readonly because: string }[] = [
	{ name: /^commonplace(?:\.exe)?$/i, because: 'Electron itself: Chromium and Node' },
	{ name: /^Electron Framework$/, because: 'Electron itself, on macOS' },
	{ name: /^app\.asar$/, because: 'the app, whose files are looked at one by one' },
	{ name: /^icudtl\.dat$/, because: 'Unicode data: sorting, dates, where words end' },
	{ name: /^resources\.pak$/, because: "Chromium's own pages and pictures" },
	{ name: /^LICENSES\.chromium\.html$/, because: "the licences of Chromium's parts" },
	{ name: /^(?:lib)?GLESv2\.\w+$/, because: 'drawing on machines without a graphics driver of their own' },
	{ name: /^(?:lib)?vk_swiftshader\.\w+$/, because: 'drawing on machines without a graphics card' },
	{ name: /^(?:dxcompiler|d3dcompiler_\d+)\.dll$/, because: 'drawing by DirectX, on Windows' },
]

/**
 * Opens a packaged program and says what should not be in it, or is missing.
 * @param unpacked the folder of the unpacked program. Absolute
 * @param folders of the machine that made it: nobody else is to read of them. Absolute
 * @returns sentences; none where all is well
 */
export function inspect(unpacked: string, folders: readonly string[]): readonly string[] {
	const outside = filesBelow(unpacked).map((path) => fileAt(path, relative(unpacked, path)))
	const archive = outside.find(({ name }) => basename(name) === 'app.asar')
	if (!archive) return ['There is no app.asar.']
	const path = join(unpacked, archive.name)
	const beside = `${path}.unpacked`
	const app = [
		...contentsOf(path).map(({ name, size }) => ({ name, size, read: () => extractFile(path, name) })),
		...filesBelow(beside).map((each) => fileAt(each, relative(beside, each))),
	]
	return [
		...app.flatMap((file) => [...misplaced(file), ...telling(file, folders)]),
		...[...app, ...outside].flatMap(tooLarge),
		...besidesNothing(app),
		...licences(app, unpacked),
	]
}

const fileAt = (path: string, name: string): File => ({
	name: name.replaceAll('\\', '/'),
	size: lstatSync(path).size,
	read: () => readFileSync(path),
})

function misplaced({ name }: File): readonly string[] {
	const [, dependency] = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(name) ?? []
	if (dependency !== undefined && dependency !== 'better-sqlite3')
		return [`${name}: the package ${dependency} is for development, or is in the bundles already.`]
	if (name.endsWith('.map')) return [`${name} is a source map.`]
	if (/\.[cm]?tsx?$/.test(name)) return [`${name} is a source of a bundle.`]
	if (tests.test(name)) return [`${name} belongs to tests.`]
	if (!own.some((pattern) => pattern.test(name))) return [`${name} is no part of the app.`]
	return kinds.test(name) ? [] : [`${name} is of no kind that bundles consist of: is it somebody's sample?`]
}

/** What a file says that is meant for its makers, or is theirs alone. */
function telling(file: File, folders: readonly string[]): readonly string[] {
	const content = file.read().toString('latin1')
	const told = folders.filter((folder) => spellings(folder).some((path) => content.includes(path)))
	return [
		...(/^\/[/*][#@] *sourceMappingURL=/m.test(content) ? [`${file.name} asks for a source map.`] : []),
		...(secrets.test(content) ? [`${file.name} holds a key.`] : []),
		...told.map((folder) => `${file.name} names ${folder}, a folder of the machine that made it.`),
	]
}

/** A path of Windows also as scripts and strings of JavaScript write it. */
const spellings = (path: string): readonly string[] => [
	path,
	path.replaceAll('\\', '/'),
	path.replaceAll('\\', '\\\\'),
]

/** Private keys, and tokens of the registry and of the service that releases are made on. */
const secrets =
	/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----\s*[A-Za-z0-9+/]{40}|\bnpm_[A-Za-z0-9]{36}\b|\bgh[opsu]_[A-Za-z0-9]{36}\b/

function tooLarge({ name, size }: File): readonly string[] {
	if (size <= large || largeFiles.some((each) => each.name.test(basename(name)))) return []
	return [`${name} has ${megabytes(size)}, more than ${megabytes(large)}, and is not listed.`]
}

function besidesNothing(app: readonly File[]): readonly string[] {
	const manifest = app.find(({ name }) => name === 'package.json')
	if (!manifest) return ['There is no package.json.']
	const keys = Object.keys(JSON.parse(manifest.read().toString()))
	return unneeded.filter((key) => keys.includes(key)).map((key) => `package.json says its ${key}.`)
}

function licences(app: readonly File[], unpacked: string): readonly string[] {
	const list = app.find(({ name }) => name === 'out/renderer/licences.json')
	if (!list) return ['The licences of what is inside are missing.']
	const components: readonly { readonly name: string; readonly licence: string; readonly text: string }[] =
		JSON.parse(list.read().toString())
	const named = new Set(components.map(({ name }) => name))
	const unnamed = ['Commonplace', 'better-sqlite3', 'SQLite'].filter((name) => !named.has(name))
	const bare = components.filter(({ licence, text }) => !licence || !text).map(({ name }) => name)
	const files = new Set(filesBelow(unpacked).map((path) => basename(path)))
	return [
		...unnamed.map((name) => `The list of licences lacks ${name}.`),
		...bare.map((name) => `The list of licences has no text for ${name}.`),
		...['LICENSE.electron.txt', 'LICENSES.chromium.html']
			.filter((name) => !files.has(name))
			.map((name) => `${name} is not beside the program.`),
	]
}
