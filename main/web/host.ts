import { UserError } from '../../corpus/errors.ts'
import type { Host } from '../app/options.ts'

/** The host of the browser face: it has no dialogs; the page uploads, downloads and opens links itself. */
export function browserHost(offerDownload: NonNullable<Host['offerDownload']>): Host {
	const elsewhere = (what: string): Promise<never> =>
		Promise.reject(
			new UserError(
				'unsupported',
				`${what} in the desktop app, or when Commonplace is started in a terminal.`,
			),
		)
	return {
		chooseFiles: () => elsewhere('Files can be chosen by their place on the disk'),
		chooseFolder: () => elsewhere('Folders can be chosen by their place on the disk'),
		choosePlace: () => elsewhere('Files can be saved to any place'),
		openCopy: () => elsewhere('Commonplace opens files in other programs'),
		showFolder: () => elsewhere('Commonplace shows folders'),
		openLink: () => elsewhere('Commonplace opens links in another program'),
		openLibrary: () => elsewhere('Another library can be opened'),
		offerDownload,
	}
}
