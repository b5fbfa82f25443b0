import type { Handler, Handlers } from '../../commands/registry.ts'
import type { ReadingPane } from './readingpane.ts'
import type { ReadingView } from './readingview.ts'

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

/** What the commands do while a document is read. Each acts on the pane that has the focus. */
export function readingCommands(view: ReadingView): Handlers {
	const onPane = (
		run: (pane: ReadingPane) => unknown,
		enabled?: (pane: ReadingPane) => boolean,
	): Handler => ({
		run: () => view.pane && run(view.pane),
		enabled: () => view.pane?.opened != null && (enabled?.(view.pane) ?? true),
	})
	const onPassage = (run: (pane: ReadingPane) => unknown) =>
		onPane(run, (pane) => pane.marking.target !== null)
	const onPages = (run: (pane: ReadingPane) => unknown) =>
		onPane(run, (pane) => pane.opened?.pageView != null)
	const onHighlight = (run: (pane: ReadingPane) => unknown) =>
		onPane(run, (pane) => pane.cards.current !== null)
	return {
		'document.find': onPane((pane) => pane.finding.open()),
		'document.findNext': onPane((pane) => pane.finding.step('next')),
		'document.findPrevious': onPane((pane) => pane.finding.step('previous')),
		'document.split': onPane(
			() => view.split(),
			(pane) => (pane.splitOffset ?? 0) > 0,
		),
		'document.print': onPane(() => view.print()),
		'document.beside': { run: () => view.toggleBeside(), checked: () => view.isSplit },
		'document.done': onPane(() => view.finish()),
		'panel.toggle': { run: () => view.togglePanel(), checked: () => view.pane?.panel ?? false },
		'type.settings': { run: () => view.toggleTypeSettings(), checked: () => view.isTypeSettingsOpen },
		'caret.toggle': { run: () => view.pane?.toggleCaret(), checked: () => view.pane?.caret?.active ?? false },
		'pages.toggle': {
			run: () => view.pane?.opening.toggle(),
			enabled: () => (view.pane?.opened?.pages.length ?? 0) > 0,
			checked: () => view.pane?.opened?.pageView != null,
		},
		'pages.go': onPages((pane) => pane.querySelector('cp-page-bar')?.focus()),
		'pages.thumbnails': {
			run: () => view.pane?.paging.toggleThumbnails(),
			enabled: () => view.pane?.opened?.pageView != null,
			checked: () => view.pane?.paging.look.thumbnails ?? false,
		},
		'pages.fitWidth': onPages((pane) => pane.paging.zoomTo('width')),
		'pages.fitPage': onPages((pane) => pane.paging.zoomTo('page')),
		'pages.white': {
			run: () => view.pane?.paging.toggleWhite(),
			enabled: () => view.pane?.opened?.pageView != null,
			checked: () => view.state.pageLooks.areWhite,
		},
		// While pages are shown, these are about the pages.
		'type.larger': onPages((pane) => pane.paging.zoomBy('in')),
		'type.smaller': onPages((pane) => pane.paging.zoomBy('out')),
		'type.reset': onPages((pane) => pane.paging.zoomTo(1)),
		'passage.highlight': onPane(
			(pane) => pane.marking.highlight(),
			(pane) => pane.marking.target?.kind === 'range',
		),
		'passage.theme': onPassage((pane) => pane.marking.pickTheme()),
		'passage.repeat': onPassage((pane) => repeat(view, pane)),
		'passage.note': onPassage((pane) => pane.marking.note()),
		'passage.copy': onPassage((pane) => pane.marking.copy()),
		'passage.next': onPane((pane) => pane.visiting.step('next')),
		'passage.previous': onPane((pane) => pane.visiting.step('previous')),
		'passage.open': onHighlight((pane) => pane.visiting.openCard()),
		'passage.extend': onHighlight((pane) => pane.marking.adjustEnds()),
		'passage.join': onPane(
			(pane) => pane.marking.join(),
			(pane) => pane.marking.canJoin,
		),
		'passage.remove': onPassage((pane) => pane.marking.remove()),
		...Object.fromEntries(
			digits.map((digit) => [`theme.${digit}`, onPassage((pane) => tagPinned(view, pane, digit))]),
		),
	}
}

function repeat(view: ReadingView, pane: ReadingPane): void {
	const [last] = view.state.reading.recentThemes
	if (last !== undefined && view.state.themes.get(last)) pane.marking.tag(last)
	else pane.marking.pickTheme()
}

function tagPinned(view: ReadingView, pane: ReadingPane, digit: number): void {
	const theme = view.state.themes.pinned(digit)
	if (theme) pane.marking.tag(theme.id)
	else view.state.toasts.done(`No theme is pinned to ${digit}. Pin one from its menu in the sidebar.`)
}
