import { pathText } from '../../../corpus/themetree.ts'
import { type PrintedPassage, renderForPrint } from '../../reading/print.ts'
import type { AppState } from '../../state/appstate.ts'
import type { OpenedDocument } from './openeddocument.ts'
import { looksOf, paintablesOf } from './paintables.ts'

/** Prints a document with its highlights and notes, or makes a PDF of it: the system's dialog says which. */
export function printDocument(state: AppState, opened: OpenedDocument): void {
	const { detail, surface } = opened
	const highlights = state.highlights.of(detail.id).inOrder
	const themes = state.themes.looks
	const passages = paintablesOf(highlights, themes, () => false).map((paintable, index): PrintedPassage => {
		const highlight = highlights[index]
		const body = highlight?.note?.body.trim() ?? ''
		return {
			...paintable,
			themes: highlight ? looksOf(highlight, themes).map((look) => pathText(look.path)) : [],
			note: body === '' ? null : body,
		}
	})
	const view = renderForPrint(surface.text, passages, {
		document,
		assetUrl: (key) => state.host.assetUrl(detail.version, key),
		title: detail.metadata.title,
		byline: opened.byline,
		...(detail.metadata.language === undefined ? {} : { language: detail.metadata.language }),
	})
	document.body.append(view)
	window.addEventListener('afterprint', () => view.remove(), { once: true })
	state.host.print()
}
