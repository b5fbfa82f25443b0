import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Arch, type Configuration, Platform } from 'electron-builder'

/** What is made on a system. */
interface System {
	/** The folder of the unpacked program, in that of the results. */
	readonly unpacked: string
	/** @param all also the packages whose tools are downloaded while they are made */
	targets(all: boolean): ReturnType<Platform['createTarget']>
}

export const systems: Readonly<Partial<Record<NodeJS.Platform, System>>> = {
	linux: {
		unpacked: 'linux-unpacked',
		targets: (all) => Platform.LINUX.createTarget(all ? ['dir', 'AppImage', 'rpm'] : 'dir', Arch.x64),
	},
	win32: { unpacked: 'win-unpacked', targets: () => Platform.WINDOWS.createTarget('nsis', Arch.x64) },
	darwin: {
		unpacked: 'mac-universal',
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

/**
 * What a release is, for every system. Signing and notarisation are read from the environment by
 * electron-builder itself (`CSC_LINK`, `WIN_CSC_LINK`, `APPLE_API_KEY` and their companions): without them
 * the results are unsigned.
 */
export const configuration = ({
	staged,
	output,
	electron,
	electronVersion,
	version,
}: PackagedApp): Configuration => ({
	appId: 'app.commonplace.Commonplace',
	productName: 'Commonplace',
	copyright: 'MIT licence',
	directories: { app: staged, output },
	electronDist: electron,
	electronVersion,
	extraMetadata: { version },
	// The page is English; Chromium's other languages would be 40 MB.
	electronLanguages: ['en-US', 'en'],
	npmRebuild: false,
	asar: true,
	asarUnpack: ['node_modules/better-sqlite3/**/*.node'],
	files: [
		'package.json',
		'out/**',
		// They need a Node of their own: the installed program runs commands itself.
		'!out/main/cli.js',
		'!out/main/serve.js',
		'!**/*.map',
		// Of the one package that is not bundled: what runs, for the system that is packaged.
		'!node_modules/**',
		'node_modules/better-sqlite3/{package.json,LICENSE}',
		'node_modules/better-sqlite3/lib/**',
		'node_modules/better-sqlite3/build/Release/*.node',
		// biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder's own placeholders
		'node_modules/better-sqlite3/prebuilds/${platform}-*.node',
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
	// Beside it Electron puts its own licence and Chromium's.
	extraFiles: ['LICENSE'],
	// Electron's own page for folders without an app.
	afterPack: ({ appOutDir }) => rm(join(appOutDir, 'resources', 'default_app.asar'), { force: true }),
	linux: { executableName: 'commonplace', category: 'Office' },
	publish: null,
})
