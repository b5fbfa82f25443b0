import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Arch, type Configuration, Platform } from 'electron-builder'
import type { Surroundings } from '../system/folders.ts'
import { documentTypes } from './documenttypes.ts'
import { desktopEntry, listIn } from './linux/desktopentry.ts'
import { signing } from './signing.ts'

/** What is made on a system. */
interface System {
	/** The folders of the unpacked programs, one for each processor, in that of the results. */
	readonly unpacked: readonly [string, ...string[]]
	/** What a package may measure, in bytes. */
	readonly most: number
	/** @param all also the packages whose tools are downloaded while they are made */
	targets(all: boolean): ReturnType<Platform['createTarget']>
}

/** Packages for Linux are made on the processor that they are for. */
const here = process.arch === 'arm64' ? Arch.arm64 : Arch.x64

export const systems: Readonly<Partial<Record<NodeJS.Platform, System>>> = {
	linux: {
		unpacked: [here === Arch.arm64 ? 'linux-arm64-unpacked' : 'linux-unpacked'],
		most: 150_000_000,
		targets: (all) => Platform.LINUX.createTarget(all ? ['dir', 'AppImage', 'rpm'] : 'dir', here),
	},
	win32: {
		unpacked: ['win-unpacked', 'win-arm64-unpacked'],
		most: 150_000_000,
		targets: () => Platform.WINDOWS.createTarget('nsis', Arch.x64, Arch.arm64),
	},
	darwin: {
		unpacked: ['mac-universal'],
		// Electron for two processors.
		most: 300_000_000,
		targets: () => Platform.MAC.createTarget('dmg', Arch.universal),
	},
}

export interface PackagedApp {
	/** The app as `stage` lays it out. Absolute. */
	readonly staged: string
	/** Where the results go. Absolute. */
	readonly output: string
	/** The folder of an unpacked Electron; null: it is fetched. Absolute. */
	readonly electron: string | null
	readonly electronVersion: string
	/** Of the program. */
	readonly version: string
}

const own = (path: string): string => join(import.meta.dirname, path)

/** What electron-builder fills in. */
const filled = (name: 'version' | 'arch' | 'ext' | 'platform'): string => `$\{${name}}`

/** The file names of a package, after its kind and system. */
const named = (name: string, rest = ''): string =>
	`${name}-${filled('arch')}${rest}.${filled('ext')}`.replace('VERSION', filled('version'))

/** Electron has run on no older macOS since its version 44. */
const oldestMacos = '13.0'

/**
 * What a release is, for every system.
 * @param env what signs it, if anything: `signing` and electron-builder look there
 */
export function configuration(app: PackagedApp, env: Surroundings['env'] = process.env): Configuration {
	const { staged, output, electron, electronVersion, version } = app
	const entry = desktopEntry()
	const signed = signing(env, own('macos/entitlements.plist'))
	const addon = 'node_modules/better-sqlite3'
	return {
		appId: 'app.commonplace.Commonplace',
		productName: 'Commonplace',
		copyright: 'MIT licence',
		directories: { app: staged, output },
		electronDist: electron,
		electronVersion,
		// Packages for Fedora must name a page of the project. There is none yet.
		extraMetadata: { version, homepage: 'https://commonplace.invalid/' },
		// The page is English; Chromium's other languages would be 40 MB.
		electronLanguages: ['en-US', 'en'],
		npmRebuild: false,
		asar: true,
		asarUnpack: [`${addon}/**/*.node`],
		files: [
			'package.json',
			'out/**',
			// They need a Node of their own: the installed program runs commands itself.
			'!out/main/cli.js',
			'!out/main/serve.js',
			'!**/*.map',
			// Of the one package that is not bundled: what runs.
			'!node_modules/**',
			`${addon}/{package.json,LICENSE}`,
			`${addon}/lib/**`,
			`${addon}/build/Release/*.node`,
			`${addon}/prebuilds/${filled('platform')}-*.node`,
		],
		electronFuses: {
			runAsNode: false,
			enableCookieEncryption: false,
			enableNodeOptionsEnvironmentVariable: false,
			enableNodeCliInspectArguments: false,
			// Of the systems, macOS and Windows check it.
			enableEmbeddedAsarIntegrityValidation: true,
			onlyLoadAppFromAsar: true,
			loadBrowserProcessSpecificV8Snapshot: false,
			grantFileProtocolExtraPrivileges: false,
		},
		// Electron's own page for folders without an app.
		afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
		forceCodeSigning: signed.forceCodeSigning,
		publish: null,

		linux: {
			executableName: 'commonplace',
			// Beside it Electron puts its own licence and Chromium's, also on Windows.
			extraFiles: ['LICENSE'],
			icon: own('icons'),
			synopsis: entry['Comment'] ?? null,
			description: entry['Comment'] ?? null,
			category: listIn(entry, 'Categories').join(';'),
			mimeTypes: [...listIn(entry, 'MimeType')],
			desktop: { entry: sameInEveryPackage(entry) },
		},
		// The tools that make the older kind start the program without Chromium's sandbox.
		toolsets: { appimage: '1.0.3' },
		appImage: {
			executableArgs: [],
			artifactName: named('Commonplace-VERSION-linux'),
		},
		rpm: {
			packageName: 'commonplace',
			packageCategory: 'Applications/Publishing',
			artifactName: named('commonplace-VERSION-linux'),
		},

		win: {
			icon: own('icons/icon.ico'),
			requestedExecutionLevel: 'asInvoker',
			extraFiles: ['LICENSE'],
			...signed.windows,
		},
		// No file associations here: electron-builder's make the program what opens a type from then on.
		nsis: {
			oneClick: false,
			perMachine: false,
			allowToChangeInstallationDirectory: true,
			buildUniversalInstaller: false,
			include: own('windows/installer.nsh'),
			installerLanguages: ['en_US'],
			multiLanguageInstaller: false,
			createDesktopShortcut: false,
			packElevateHelper: false,
			differentialPackage: false,
			uninstallDisplayName: 'Commonplace',
			artifactName: named('Commonplace-VERSION-windows', '-setup'),
		},

		mac: {
			icon: own('icons/icon.icns'),
			category: 'public.app-category.productivity',
			minimumSystemVersion: oldestMacos,
			darkModeSupport: true,
			// A bundle has no place beside the program, so that Electron's own would stay behind.
			extraResources: [
				'LICENSE',
				{ from: 'node_modules/electron/dist/LICENSE', to: 'LICENSE.electron.txt' },
				{ from: 'node_modules/electron/dist/LICENSES.chromium.html', to: 'LICENSES.chromium.html' },
			],
			// Both processors' addons are in both halves of the universal program.
			x64ArchFiles: `**/${addon}/prebuilds/*.node`,
			// An alternate viewer is offered and never becomes what opens a type by itself.
			fileAssociations: documentTypes.map(({ name, endings }) => ({
				name,
				ext: [...endings],
				role: 'Viewer',
				rank: 'Alternate',
			})),
			protocols: { name: 'Commonplace', schemes: ['commonplace'], role: 'Viewer' },
			...signed.macos,
		},
		dmg: {
			title: `Commonplace ${filled('version')}`,
			writeUpdateInfo: false,
			artifactName: named('Commonplace-VERSION-macos'),
		},
	}
}

/** The part of a desktop entry that does not depend on where the program lies or what else says it. */
function sameInEveryPackage(entry: Readonly<Record<string, string>>): Record<string, string> {
	const otherwise = ['Type', 'Name', 'Comment', 'Exec', 'Icon', 'Categories', 'MimeType']
	return Object.fromEntries(Object.entries(entry).filter(([key]) => !otherwise.includes(key)))
}
