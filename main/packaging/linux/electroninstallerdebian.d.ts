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
		readonly genericName: string
		/** One line. */
		readonly description: string
		readonly productDescription: string
		readonly maintainer: string
		readonly compression: 'xz' | 'zstd'
		readonly section: string
		readonly categories: readonly string[]
		readonly mimeType: readonly string[]
	}
	export default function createDebianInstaller(
		options: DebianOptions,
	): Promise<{ readonly packagePaths: readonly string[] }>
}
