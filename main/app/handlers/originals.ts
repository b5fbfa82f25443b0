import { realpath, writeFile } from 'node:fs/promises'
import { dirname, isAbsolute, relative } from 'node:path'
import { UserError } from '../../../corpus/errors.ts'
import type { DocumentId } from '../../../corpus/ids.ts'
import { friendly } from '../../store/failures.ts'
import type { Handlers } from '../dispatch.ts'
import { copyName, originalBytes } from '../originals/originalfile.ts'
import type { AppParts } from '../parts.ts'

/** The files that documents were imported from, for other programs. What these get is always a copy. */
export function originalHandlers({
	options: { folder, host },
	ask,
}: AppParts): Handlers<'documents.openOriginal' | 'documents.saveOriginal'> {
	async function copyOf(id: DocumentId) {
		const original = await ask('originals.of', { document: id })
		if (!original) throw new UserError('not-found', 'This document is not in the library any more.')
		return { name: copyName(original), bytes: await originalBytes(folder, original) }
	}
	return {
		'documents.openOriginal': async ({ id }) => {
			const { name, bytes } = await copyOf(id)
			if (host.offerDownload) return { kind: 'download', url: host.offerDownload(name, bytes) }
			await host.openCopy(name, bytes)
			return { kind: 'done', name }
		},
		'documents.saveOriginal': async ({ id }) => {
			const { name, bytes } = await copyOf(id)
			if (host.offerDownload) return { kind: 'download', url: host.offerDownload(name, bytes) }
			const path = await host.choosePlace(name)
			if (path === null) return { kind: 'cancelled' }
			await refuseInside(folder, path)
			await writeFile(path, bytes, { flush: true }).catch((error) => {
				throw friendly(error, dirname(path))
			})
			return { kind: 'done', name: path }
		},
	}
}

/** Nobody but the library writes in its folder. */
async function refuseInside(folder: string, path: string): Promise<void> {
	const within = relative(await realpath(folder), await realpath(dirname(path)).catch(() => dirname(path)))
	const isOutside = /^\.\.(?:[\\/]|$)/.test(within) || isAbsolute(within)
	if (!isOutside)
		throw new UserError(
			'invalid',
			'This is the folder of the library itself: nothing was saved. Choose another place.',
		)
}
