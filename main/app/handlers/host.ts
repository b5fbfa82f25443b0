import { unreachable } from '../../../corpus/errors.ts'
import { formats } from '../../importers/formats.ts'
import type { Handlers } from '../dispatch.ts'
import type { AppParts } from '../parts.ts'
import { safeAddress } from '../safeaddress.ts'

const documentEndings = [...new Set(formats.flatMap(({ endings }) => endings))]

/** What only the face can do, by way of its host: dialogs, links, another library. */
export function hostHandlers({
	options: { host },
	tokens,
}: AppParts): Handlers<'files.choose' | 'library.choose' | 'links.open'> {
	async function chosen(
		kind: 'documents' | 'folder' | 'table' | 'export-folder',
	): Promise<readonly string[]> {
		switch (kind) {
			case 'documents':
			case 'table':
				return host.chooseFiles(kind, documentEndings)
			case 'folder':
			case 'export-folder': {
				const folder = await host.chooseFolder(kind === 'folder' ? 'documents' : 'export')
				return folder === null ? [] : [folder]
			}
			default:
				return unreachable(kind)
		}
	}
	return {
		'files.choose': async ({ kind }) => (await chosen(kind)).map((path) => tokens.issue(path)),
		'library.choose': async () => {
			const folder = await host.chooseFolder('library')
			if (folder === null) return false
			await host.openLibrary(folder)
			return true
		},
		'links.open': async ({ href }) => {
			await host.openLink(safeAddress(href))
			return null
		},
	}
}
