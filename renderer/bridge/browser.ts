import { UserError } from '../../corpus/errors.ts'
import { assetUrl, components, type PageHost } from './host.ts'
import { droppedFiles, upload } from './uploads.ts'

/**
 * The face of a page in a browser tab: files are uploaded to the loopback server and downloaded from it.
 *
 * @param mayOpen asks the reader whether an address may be opened outside Commonplace
 */
export function browserHost(mayOpen: (address: string) => Promise<boolean>): PageHost {
	return {
		face: 'browser',
		filesFromDrop: async (data) => upload(await droppedFiles(data)),
		async chooseUploads(kind) {
			const files = await chosen(kind)
			return upload(
				files.map((file, at) => ({
					item: kind === 'folder' ? 0 : at,
					path: file.webkitRelativePath || file.name,
					file,
				})),
			)
		},
		assetUrl,
		components,
		download(url) {
			const link = document.createElement('a')
			link.href = url
			link.download = ''
			link.click()
		},
		async openLink(href) {
			const address = URL.canParse(href) ? new URL(href) : null
			if (!address || !['http:', 'https:', 'mailto:'].includes(address.protocol))
				throw new UserError('invalid', 'Only addresses of web pages and of mail are opened.')
			if (await mayOpen(address.href)) window.open(address.href, '_blank', 'noopener,noreferrer')
		},
		print: () => window.print(),
	}
}

/** Of tables and of bibliographies. */
const tables = 'csv tsv tab xlsx jsonl ndjson json bib bibtex biblatex ris rdf'.split(' ')

function chosen(kind: 'documents' | 'folder' | 'table'): Promise<readonly File[]> {
	const input = document.createElement('input')
	input.type = 'file'
	input.multiple = kind === 'documents'
	input.webkitdirectory = kind === 'folder'
	if (kind === 'table') input.accept = tables.map((ending) => `.${ending}`).join(',')
	// In the document: what nothing refers to may be collected, with its listeners, while the reader chooses.
	input.hidden = true
	document.body.append(input)
	return new Promise<readonly File[]>((resolve) => {
		input.addEventListener('change', () => resolve([...(input.files ?? [])]))
		input.addEventListener('cancel', () => resolve([]))
		input.click()
	}).finally(() => input.remove())
}
