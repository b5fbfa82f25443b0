import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { hasDisplay } from '../../../main/launch/runtime.ts'
import { surroundings } from '../../../main/system/folders.ts'
import manifest from '../../../package.json' with { type: 'json' }
import { root } from '../../support/desktop.ts'

/** The machine as its administrator uses it: packages come and go by apt alone. */

export const version = manifest.version
/** Of the package to upgrade from. */
export const olderVersion = '0.0.9'

/** What the tests call, and the Debian package that brings it. */
const tools: Readonly<Record<string, string>> = {
	'apt-get': 'apt',
	dpkg: 'dpkg',
	useradd: 'passwd',
	ip: 'iproute2',
	'dbus-daemon': 'dbus',
	gio: 'libglib2.0-bin',
	'xdg-open': 'xdg-utils',
	'xdg-mime': 'xdg-utils',
	'desktop-file-validate': 'desktop-file-utils',
	appstreamcli: 'appstream',
	xdotool: 'xdotool',
	xclip: 'xclip',
}

/** Why these tests cannot run here; null: they can. */
export function installingProblem(): string | null {
	if (process.platform !== 'linux') return 'They try the Debian package.'
	if (process.getuid?.() !== 0) return 'They install and remove a package: only root may.'
	const missing = Object.entries(tools).flatMap(([tool, name]) => (has(tool) ? [] : name))
	if (missing.length > 0) return `Install these packages first: ${[...new Set(missing)].join(' ')}`
	if (!hasDisplay(surroundings())) return 'There is no display: xvfb-run gives one.'
	for (const each of [olderVersion, version])
		if (!existsSync(packageFile(each)))
			return `There is no ${packageFile(each)}. These two make it: npm run dist -- --quick --deb-version ${olderVersion} && npm run dist`
	return null
}

export const packageFile = (of: string): string => join(root, `dist/package/commonplace_${of}_amd64.deb`)

const has = (tool: string) =>
	['/usr/local/sbin', '/usr/local/bin', '/usr/sbin', '/usr/bin', '/sbin', '/bin'].some((folder) =>
		existsSync(join(folder, tool)),
	)

/** Runs a command to its end. @returns what it printed @throws Error with all that it printed when it fails */
export function run(program: string, ...words: readonly string[]): string {
	const { status, stdout, stderr, error } = spawnSync(program, words, {
		encoding: 'utf8',
		env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C.UTF-8' },
		timeout: 300_000,
	})
	if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${error ?? status}\n${stdout}\n${stderr}`)
	return stdout
}

// Others may be installing at the same moment; what is taken away again need not survive a loss of power.
const aptOptions = ['DPkg::Lock::Timeout=120', 'Dpkg::Use-Pty=0', 'Dpkg::Options::=--force-unsafe-io']
const apt = (...words: readonly string[]) =>
	run('apt-get', '-q', '-y', ...aptOptions.flatMap((option) => ['-o', option]), ...words)

/** Installs the package that was made for this version, over whichever is there. */
export const install = (of: string): string =>
	apt('install', '--no-install-recommends', '--allow-downgrades', packageFile(of))

export const remove = (): string => apt('remove', 'commonplace')
export const purge = (): string => apt('purge', 'commonplace')

/** The version that is installed; null when none is. */
export function installedVersion(): string | null {
	// biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg's own placeholders
	const format = '--showformat=${db:Status-Status} ${Version}'
	const { stdout } = spawnSync('dpkg-query', ['--show', format, 'commonplace'], { encoding: 'utf8' })
	return /^installed (.+)$/.exec(stdout)?.[1] ?? null
}

/** Sees to it that this version is installed, and no other. */
export function ensureInstalled(of: string = version): void {
	if (installedVersion() !== of) install(of)
}

/** The files that the package brought, without folders. Absolute. */
export const installedFiles = (): readonly string[] =>
	run('dpkg-query', '--listfiles', 'commonplace')
		.split('\n')
		.filter((path) => path !== '' && !isFolder(path))

function isFolder(path: string): boolean {
	try {
		readdirSync(path)
		return true
	} catch {
		return false
	}
}
