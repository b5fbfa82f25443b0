import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const execute = promisify(execFile)

/**
 * The prebuilt addon asks for Node-API 10; the runtime of the registry has that version's functions as
 * experimental ones. Compiled as experimental the same sources fit it. Headers of released versions
 * leave out the one function that only the experimental version has: it is declared here.
 */
const experimental = `#include <node_api.h>
EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(
    node_api_basic_env env, napi_finalize finalize, void* data, void* hint);
EXTERN_C_END
`

const addonDefines = [
	'NDEBUG',
	'NAPI_VERSION=2147483647',
	'NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER',
	'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT',
	'NAPI_DISABLE_CPP_EXCEPTIONS',
	'NODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS',
	'BUILDING_NODE_EXTENSION',
	'NODE_GYP_MODULE_NAME=better_sqlite3',
]

/**
 * Compiles better-sqlite3 with the system's gcc and g++ (no Python, no headers to download).
 * @param modules the node_modules folder that holds its sources and headers
 * @param target a copy of the package with the compiled addon; made
 */
export async function buildAddon(modules: string, target: string): Promise<void> {
	const source = join(modules, 'better-sqlite3')
	const release = join(target, 'build', 'Release')
	mkdirSync(release, { recursive: true })
	for (const name of ['package.json', 'LICENSE', 'lib'])
		cpSync(join(source, name), join(target, name), { recursive: true })
	const prelude = join(release, 'experimental.h')
	writeFileSync(prelude, experimental)

	const defined = (names: readonly string[]) => names.map((name) => `-D${name}`)
	const headers = [
		join(modules, 'node-api-headers', 'include'),
		join(modules, 'node-addon-api'),
		join(source, 'deps', 'sqlite3'),
	].map((path) => `-I${path}`)
	const compiled = (name: string) => join(release, `${name}.o`)
	await Promise.all([
		execute('gcc', [
			...['-O2', '-fPIC', '-w', '-std=c99', '-DNDEBUG', ...defined(sqliteDefines(source))],
			...['-c', join(source, 'deps', 'sqlite3', 'sqlite3.c'), '-o', compiled('sqlite3')],
		]),
		execute('g++', [
			...['-O2', '-fPIC', '-w', '-std=c++20', '-fvisibility=hidden', ...defined(addonDefines), ...headers],
			...['-include', prelude, '-c', join(source, 'src', 'better_sqlite3.cpp'), '-o', compiled('addon')],
		]),
	])
	await execute('g++', [
		...['-shared', '-o', join(release, 'better_sqlite3.node'), compiled('addon'), compiled('sqlite3')],
		...['-Wl,-Bsymbolic', '-ldl', '-lpthread'],
	])
}

/** The options that the package compiles SQLite with, out of its build file. */
function sqliteDefines(source: string): readonly string[] {
	const text = readFileSync(join(source, 'deps', 'defines.gypi'), 'utf8')
	return [...text.matchAll(/'([A-Z]\w*(?:=[^']*)?)',/g)].map(([, name = '']) => name)
}
