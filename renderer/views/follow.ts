import { UserError } from '../../corpus/errors.ts'
import { parseLink } from '../../corpus/links.ts'
import type { AppState } from '../state/appstate.ts'

/** Goes where a link in the reader's Markdown leads: within the library, or out of Commonplace after asking. */
export async function follow(state: AppState, href: string): Promise<void> {
	const link = parseLink(href)
	if (!link) {
		await state.attempt(() => state.host.openLink(href))
		return
	}
	if (link.library !== state.library.info?.id.toLowerCase())
		state.fail(new UserError('not-found', 'This link leads into another library. Open that library first.'))
	else await state.show(link.target)
}
