/** electron-installer-debian carries no types: only what is used here. */
declare module 'electron-installer-debian' {
	export interface DebianOptions {
		/** The unpacked program. Absolute. */
		readonly src: string
		/** The folder for the package. Absolute. */
		readonly dest: string
		readonly arch: 'amd64' | 'arm64'
		readonly name: string
		/** The executable in `src`. */
		readonly bin: string
		readonly version: string
		readonly productName: string
		/** One line. */
		readonly description: string
		readonly productDescription: string
		readonly maintainer: string
		readonly compression: 'xz' | 'zstd'
		readonly section: string
		/** Files by the folder of their size (`16x16`, …, `scalable`). Absolute. */
		readonly icon: Readonly<Record<string, string>>
		readonly desktopTemplate: string
		readonly scripts: { readonly postrm: string }
		readonly lintianOverrides: readonly string[]
		/** @returns a template of the package's path */
		readonly rename: (folder: string) => string
		readonly logger: (line: string) => void
	}
	/** The options, with what was left open filled in. */
	export interface Settled extends DebianOptions {
		depends: readonly string[]
		recommends: readonly string[]
		suggests: readonly string[]
		/** Known at the end. */
		readonly packagePaths?: readonly string[]
	}
	/** One package. Its steps are to be taken in this order. */
	export class Installer {
		constructor(options: DebianOptions)
		/** The package's files as they will lie under `/`, and `DEBIAN/`. Absolute. */
		readonly stagingDir: string
		generateDefaults(): Promise<unknown>
		generateOptions(): Settled
		createStagingDir(): Promise<void>
		createContents(): Promise<unknown>
		createPackage(): Promise<void>
		movePackage(): Promise<void>
	}
}
