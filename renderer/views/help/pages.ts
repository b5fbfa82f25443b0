import { guide } from '../../../corpus/guide/index.ts'
import type { HelpPage } from '../../state/router.ts'

/** What stands after the guide. */
const others = [
	{ id: 'shortcuts', title: 'Keyboard shortcuts' },
	{ id: 'news', title: 'What’s new' },
	{ id: 'about', title: 'About Commonplace' },
] as const satisfies readonly { readonly id: HelpPage; readonly title: string }[]

/** Everything that the help holds, in its order. */
export const helpPages: readonly { readonly id: HelpPage; readonly title: string }[] = [...guide, ...others]

export const helpTitle = (page: HelpPage): string => helpPages.find(({ id }) => id === page)?.title ?? 'Help'

/** The text of a chapter; null: the page is no chapter of the guide. */
export const chapterText = (page: HelpPage): string | null =>
	guide.find(({ id }) => id === page)?.text ?? null

/**
 * What a link of the guide leads to: `themes.md` to a chapter, `help:about` to one of the other pages. Null: to
 * none of them.
 */
export function linkedPage(href: string): HelpPage | null {
	const chapter = guide.find(({ id }) => href === `${id}.md`)
	return chapter?.id ?? others.find(({ id }) => href === `help:${id}`)?.id ?? null
}
