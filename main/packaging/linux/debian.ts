import { join } from 'node:path'
import createDebianInstaller from 'electron-installer-debian'

export interface Debian {
	/** The unpacked program. Absolute. */
	readonly unpacked: string
	/** The folder for the package. Absolute. */
	readonly output: string
	readonly version: string
	readonly maintainer: string
	/** `xz` is a quarter smaller and takes minutes; `zstd` takes seconds. */
	readonly compression: 'xz' | 'zstd'
}

/** Makes a Debian package of the unpacked program. Needs dpkg. @returns its path. Absolute. */
export async function makeDeb(debian: Debian): Promise<string> {
	const { unpacked, output, version, maintainer, compression } = debian
	await createDebianInstaller({
		src: unpacked,
		dest: output,
		arch: 'amd64',
		name: 'commonplace',
		bin: 'commonplace',
		version,
		productName: 'Commonplace',
		genericName: 'Reader for researchers',
		description: 'read, highlight and gather passages of documents, offline',
		productDescription:
			'Import articles, books, reports and interviews, highlight passages, gather them under themes, write notes, search and compare, and export everything to Markdown. Nothing leaves this computer.',
		maintainer,
		compression,
		section: 'text',
		categories: ['Office', 'Education', 'Viewer'],
		mimeType: ['application/pdf', 'x-scheme-handler/commonplace'],
	})
	return join(output, `commonplace_${version}_amd64.deb`)
}
