import { join } from 'node:path'
import { Installer } from 'electron-installer-debian'
import { addIntegration, openToAll, program, sealWithSums } from './contents.ts'

export interface Debian {
	/** The unpacked program. Absolute. */
	readonly unpacked: string
	/** The folder for the package. Absolute. */
	readonly output: string
	readonly version: string
	/** Debian's name of the processor that it is for. */
	readonly arch: 'amd64' | 'arm64'
	readonly maintainer: string
	/** When this version was made. */
	readonly date: Date
	/** `xz` is a quarter smaller and takes minutes; `zstd` takes seconds. */
	readonly compression: 'xz' | 'zstd'
}

const icons = join(import.meta.dirname, '..', 'icons')

/**
 * What the program loads, and xdg-utils, by which it opens links in the browser. Names since Ubuntu 24.04
 * and Debian 13, then those before.
 */
const depends: readonly string[] = [
	...['libasound2', 'libatk-bridge2.0-0', 'libatk1.0-0', 'libatspi2.0-0', 'libcups2', 'libglib2.0-0'].map(
		(name) => `${name}t64 | ${name}`,
	),
	'libgtk-3-0t64 | libgtk-3-0',
	...['libc6', 'libcairo2', 'libdbus-1-3', 'libdrm2', 'libexpat1', 'libgbm1', 'libgcc-s1', 'libnspr4'],
	...['libnss3', 'libpango-1.0-0', 'libudev1', 'libx11-6', 'libxcb1', 'libxcomposite1', 'libxdamage1'],
	...['libxext6', 'libxfixes3', 'libxkbcommon0', 'libxrandr2', 'xdg-utils'],
]

/**
 * Makes a Debian package of the unpacked program. Needs dpkg. Menus, types and icons are made known by the
 * triggers of the packages that keep them: no script of this one is needed for that.
 * @returns its path. Absolute.
 */
export async function makeDeb({ unpacked, output, ...about }: Debian): Promise<string> {
	const installer = new Installer({
		src: unpacked,
		dest: output,
		// A tilde sorts before the version that it prepares.
		version: about.version.replace('-', '~'),
		arch: about.arch,
		name: program.name,
		bin: program.name,
		productName: 'Commonplace',
		description: 'read, highlight and gather passages of documents, offline',
		productDescription:
			'A commonplace book for researchers: import articles, books, reports and interviews, highlight passages, gather them under themes, write notes, search and compare, and export everything to Markdown. Nothing leaves this computer.',
		maintainer: about.maintainer,
		compression: about.compression,
		section: 'text',
		icon: Object.fromEntries([
			...[16, 24, 32, 48, 64, 128, 256, 512].map((size) => [
				`${size}x${size}`,
				join(icons, `${size}x${size}.png`),
			]),
			['scalable', join(icons, 'icon.svg')],
		]),
		desktopTemplate: join(import.meta.dirname, 'commonplace.desktop'),
		scripts: { postrm: join(import.meta.dirname, 'postrm') },
		lintianOverrides: overrides,
		rename: (folder) => join(folder, '<%= name %>_<%= version %>_<%= arch %>.deb'),
		logger: () => {},
	})
	await installer.generateDefaults()
	const options = installer.generateOptions()
	options.depends = depends
	options.recommends = []
	options.suggests = []
	await installer.createStagingDir()
	await installer.createContents()
	addIntegration(installer.stagingDir, about)
	openToAll(installer.stagingDir)
	sealWithSums(installer.stagingDir)
	await installer.createPackage()
	await installer.movePackage()
	const [made] = options.packagePaths ?? []
	if (made === undefined) throw new Error('dpkg-deb made no package.')
	return made
}

/** What is meant, where Debian's checker expects packages that are compiled from Debian's own parts. */
const overrides: readonly string[] = [
	'elevated-privileges *chrome-sandbox*',
	'embedded-library *',
	'hardening-no-bindnow *',
	'hardening-no-fortify-functions *',
	'shared-library-lacks-prerequisites *',
	'unstripped-binary-or-object *',
]
