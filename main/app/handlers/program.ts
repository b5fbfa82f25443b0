import { UserError } from '../../../corpus/errors.ts'
import type { Handlers } from '../dispatch.ts'
import type { AppParts } from '../parts.ts'

/** What the program says of itself, and shows of its folders. */
export function programHandlers({
	options: { appVersion, program, folder, host },
	ask,
}: AppParts): Handlers<'program.about' | 'program.takeUpdate' | 'program.showFolder'> {
	return {
		'program.about': async () => {
			const { sqlite, format } = await ask('library.base', {})
			return {
				version: appVersion,
				parts: [...program.parts, { name: 'SQLite', version: sqlite }],
				libraryFormat: format,
				licencesFolder: program.licencesFolder,
			}
		},
		'program.takeUpdate': () => (program.takeUpdate() ? appVersion : null),
		'program.showFolder': async ({ which }) => {
			const shown = which === 'library' ? folder : program.licencesFolder
			if (shown === null)
				throw new UserError(
					'not-found',
					'The licences of Electron and Chromium do not lie beside this program.',
				)
			await host.showFolder(shown)
			return null
		},
	}
}
