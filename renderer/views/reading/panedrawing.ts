import { html, nothing, type TemplateResult } from 'lit'
import type { ThemeId } from '../../../corpus/ids.ts'
import { keysOf } from '../../../corpus/shortcuts.ts'
import { keyLabel } from '../../commands/keylabel.ts'
import { follow } from '../follow.ts'
import { markdownDrawing } from '../markdown.ts'
import { momentOf } from '../moments.ts'
import { drawHandles } from './handles.ts'
import type { ReadingPane } from './readingpane.ts'
import '../../elements/findbar.ts'
import '../../elements/highlightspanel.ts'
import '../../elements/pagebar.ts'
import '../../elements/pagethumbnails.ts'
import '../../elements/passagecard.ts'
import '../../elements/readingmargin.ts'
import '../../elements/selectiontoolbar.ts'
import '../../elements/themepicker.ts'

/** The page of a pane: text and margin on one sheet that scrolls, and what floats above it. */
export function drawPane(pane: ReadingPane): TemplateResult {
	const { opened, cards, margins, state } = pane
	const apart = pane.narrow || pane.panel
	return html`
		${drawPageBar(pane)}
		<div class="reading-scroller" @scroll=${() => pane.scrolled()}>
			<div class="reading-sheet ${apart ? 'narrow' : ''} ${opened?.pageView ? 'pages' : ''}">
				<div
					class="reading-text"
					@follow=${(event: HTMLElementEventMap['follow']) => void follow(state, event.href)}
					@jump=${(event: HTMLElementEventMap['jump']) => jump(pane, event.offset)}
				>
					${opened && !opened.titled && !opened.pageView ? drawHead(opened.detail.metadata.title, opened.byline) : nothing}
					${opened?.pageView ? html`<h1 class="reading-unseen">${opened.detail.metadata.title}</h1>` : nothing}
					${opened?.surface.element ?? nothing}
				</div>
				<cp-reading-margin
					.items=${margins.items}
					.open=${cards.open}
					.cardTop=${margins.cardTop}
					.narrow=${apart}
					@card-open=${(event: HTMLElementEventMap['card-open']) => pane.visiting.show(event.highlight)}
				>
					${cards.open !== null && !apart ? drawCard(pane, false) : nothing}
				</cp-reading-margin>
				${drawFloat(pane)} ${pane.adjusting.ends ? drawHandles(pane, pane.adjusting.ends) : nothing}
			</div>
		</div>
		${cards.open !== null && apart ? html`<div class="reading-bottom">${drawCard(pane, true)}</div>` : nothing}
		${pane.panel ? drawPanel(pane) : nothing} ${drawFind(pane)} ${pane.adjusting.ends ? drawAdjusting(pane) : nothing}
	`
}

/** What stands above and beside pages. */
function drawPageBar(pane: ReadingPane): TemplateResult | typeof nothing {
	const { opened, paging } = pane
	if (!opened?.pageView) return nothing
	const { pageView, pages } = opened
	return html`<cp-page-bar
			.pages=${pages}
			.page=${paging.page}
			.factor=${pageView.factor}
			.thumbnails=${paging.look.thumbnails}
			@page-go=${(event: HTMLElementEventMap['page-go']) => paging.goTo(event.page)}
			@page-zoom=${(event: HTMLElementEventMap['page-zoom']) => paging.zoomBy(event.direction)}
			@page-sizes=${(event: HTMLElementEventMap['page-sizes']) => paging.chooseSize(event.button)}
			@page-thumbnails=${() => paging.toggleThumbnails()}
			@page-text=${() => void pane.opening.toggle()}
			@cp-close=${() => pane.focusText()}
		></cp-page-bar>
		${
			paging.look.thumbnails
				? html`<cp-page-thumbnails
						.pages=${pages}
						.page=${paging.page}
						.draw=${paging.drawThumbnail}
						.dim=${paging.isDark}
						@page-go=${(event: HTMLElementEventMap['page-go']) => paging.goTo(event.page)}
						@cp-close=${() => paging.toggleThumbnails()}
					></cp-page-thumbnails>`
				: nothing
		}`
}

const drawHead = (
	title: string,
	byline: string,
): TemplateResult => html`<header class="reading-head" dir="auto">
	<h1>${title}</h1>
	<p>${byline}</p>
</header>`

/** Back returns to where the reader left for a footnote. */
function jump(pane: ReadingPane, offset: number): void {
	const { router } = pane.state
	const { route } = router
	if (route.view === 'reading' && route.document === pane.document)
		router.go({ ...route, at: { kind: 'offset', offset } })
	else pane.goTo({ kind: 'offset', offset }, null)
}

function drawCard(pane: ReadingPane, apart: boolean): TemplateResult | typeof nothing {
	const { cards, state } = pane
	const { highlight, session } = cards
	if (!highlight) return nothing
	const { info } = state.library
	const isOwn = !info || highlight.coder === '' || info.coder.id === highlight.coder
	const maker = info?.coders.find(({ id }) => id === highlight.coder)?.name ?? 'Another coder'
	return html`<cp-passage-card
		slot="card"
		.apart=${apart}
		.quote=${highlight.anchor.quote}
		.taggings=${highlight.taggings}
		.themes=${state.themes.looks}
		.note=${session ? session.body : (highlight.note?.body ?? '')}
		.drawNote=${markdownDrawing(state, 2)}
		.editing=${session !== null}
		.status=${session?.status ?? 'saved'}
		.made=${`${isOwn ? '' : `${maker} · `}${momentOf(highlight.at, state.now())}`}
		.joinable=${pane.marking.canJoin}
		@theme-drop=${(event: HTMLElementEventMap['theme-drop']) => void pane.desk.untag(highlight.id, event.theme)}
		@passage-action=${(event: HTMLElementEventMap['passage-action']) => pane.marking.act(event.action, event.button)}
		@note-input=${(event: HTMLElementEventMap['note-input']) => cards.type(event.body)}
		@note-leave=${(event: HTMLElementEventMap['note-leave']) => pane.visiting.leaveNote(event.byKey)}
		@cp-close=${() => pane.visiting.closeCard()}
	></cp-passage-card>`
}

/** The toolbar of the selection, or the picker that was opened on it. */
function drawFloat(pane: ReadingPane): TemplateResult | typeof nothing {
	const style = `left: ${pane.float.left}px; top: ${pane.float.top}px`
	const name = `reading-float ${pane.float.above ? 'above' : ''}`
	if (pane.picking.target) return html`<div class=${name} style=${style}>${drawPicker(pane)}</div>`
	if (!pane.selecting.selection || pane.adjusting.ends) return nothing
	return html`<div class=${name} style=${style}>
		<cp-selection-toolbar
			.keys=${toolbarKeys(pane)}
			@passage-action=${(event: HTMLElementEventMap['passage-action']) => pane.marking.act(event.action, event.button)}
		></cp-selection-toolbar>
	</div>`
}

function toolbarKeys(pane: ReadingPane) {
	const own = pane.state.settings.value.keys
	const mac = navigator.platform.startsWith('Mac')
	const label = (command: 'passage.highlight' | 'passage.theme' | 'passage.note' | 'passage.copy') =>
		keyLabel(keysOf(command, own)[0] ?? '', mac)
	return {
		highlight: label('passage.highlight'),
		theme: label('passage.theme'),
		note: label('passage.note'),
		copy: label('passage.copy'),
	}
}

function drawPicker(pane: ReadingPane): TemplateResult {
	const { themes, reading } = pane.state
	const { picking } = pane
	const highlight = picking.target?.kind === 'highlight' ? pane.desk.find(picking.target.id) : undefined
	return html`<cp-theme-picker
		.themes=${themes.inOrder.flatMap(({ theme }) => themes.looks.get(theme.id) ?? [])}
		.pins=${new Map<ThemeId, number>(themes.all.flatMap(({ id, pin }) => (pin === null ? [] : [[id, pin]])))}
		.recent=${reading.recentThemes}
		.chosen=${highlight?.taggings.map(({ theme }) => theme) ?? []}
		@theme-pick=${(event: HTMLElementEventMap['theme-pick']) => picking.choose(event.theme)}
		@theme-create=${(event: HTMLElementEventMap['theme-create']) => void picking.create(event.path)}
		@theme-drop=${(event: HTMLElementEventMap['theme-drop']) => picking.drop(event.theme)}
		@cp-close=${() => picking.close()}
	></cp-theme-picker>`
}

const drawPanel = (pane: ReadingPane): TemplateResult => html`<cp-highlights-panel
	.highlights=${pane.desk.highlights.inOrder}
	.themes=${pane.state.themes.looks}
	.firstLine=${pane.margins.firstLine}
	.current=${pane.cards.current}
	.place=${pane.offset}
	@card-open=${(event: HTMLElementEventMap['card-open']) => void pane.visiting.goTo(event.highlight)}
	@cp-close=${() => pane.togglePanel()}
></cp-highlights-panel>`

function drawFind(pane: ReadingPane): TemplateResult | typeof nothing {
	const { finding } = pane
	if (!finding.isOpen) return nothing
	return html`<cp-find-bar
		.words=${finding.words}
		.count=${finding.found.count}
		.current=${finding.found.current}
		@find-query=${(event: HTMLElementEventMap['find-query']) => finding.search(event.words)}
		@find-step=${(event: HTMLElementEventMap['find-step']) => finding.step(event.direction)}
		@cp-close=${() => finding.close()}
	></cp-find-bar>`
}

const drawAdjusting = (pane: ReadingPane): TemplateResult => html`<div
	class="reading-adjusting"
	@mousedown=${(event: Event) => event.preventDefault()}
>
	<span><kbd>←</kbd> <kbd>→</kbd> end · <kbd>Shift</kbd> start · <kbd>Alt</kbd> by letters</span>
	<button type="button" @click=${() => void pane.adjusting.keep()}>Keep</button>
</div>`
