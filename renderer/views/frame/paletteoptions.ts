import { html, nothing, type TemplateResult } from 'lit'
import { readableName } from '../../../corpus/citation.ts'
import { commands } from '../../../corpus/commands.ts'
import type { DocumentRow, Place } from '../../../corpus/entities.ts'
import { foldForIndex, tokensOf } from '../../../corpus/folding.ts'
import { shortNames } from '../../../corpus/names.ts'
import { keysOf } from '../../../corpus/shortcuts.ts'
import { speechLine } from '../../../corpus/speech.ts'
import { namesTo, pathText } from '../../../corpus/themetree.ts'
import type { SearchGroup, SearchHit, SearchResult, Snippet } from '../../../preload/calls/search.ts'
import { keyLabel } from '../../commands/keylabel.ts'
import type { Option, OptionGroup } from '../../elements/optionlist.ts'
import { hueStyle } from '../../elements/themelook.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/icon.ts'

/** What the palette needs to know, beside the state. */
export interface PaletteQuery {
	readonly text: string
	readonly result: SearchResult | null
	readonly mac: boolean
}

/** Titles, authors and names of files, folded once for each list of documents. */
export class DocumentNames {
	#rows: readonly DocumentRow[] | null = null
	#names: readonly { readonly row: DocumentRow; readonly folded: string }[] = []

	/** The documents whose title, authors, citekey and file name hold words that begin so; the title's own beginnings first. */
	find(rows: readonly DocumentRow[], query: string, limit: number): readonly DocumentRow[] {
		if (this.#rows !== rows) {
			this.#rows = rows
			this.#names = rows.map((row) => ({ row, folded: foldForIndex(wordsOf(row)) }))
		}
		const words = tokensOf(foldForIndex(query))
		const found = this.#names.filter(({ folded }) => holdsAll(folded, words))
		const beginning = words.join(' ')
		const first = found.filter(({ folded }) => folded.startsWith(beginning))
		const others = found.filter(({ folded }) => !folded.startsWith(beginning))
		return [...first, ...others].slice(0, limit).map(({ row }) => row)
	}
}

/** Whether every word begins a word of the folded text. An empty query finds everything. */
const holdsAll = (folded: string, words: readonly string[]): boolean =>
	words.every((word) => ` ${folded}`.includes(` ${word}`))

const wordsOf = ({ metadata, fileName }: DocumentRow): string =>
	`${metadata.title} ${shortNames(metadata.author ?? [])} ${metadata.citekey ?? ''} ${readableName(fileName)}`

/** What the palette offers for a query: documents, themes, passages, notes, and commands last. */
export function paletteGroups(
	state: AppState,
	names: DocumentNames,
	{ text, result, mac }: PaletteQuery,
): readonly OptionGroup[] {
	if (text.startsWith('>')) return [commandGroup(state, text.slice(1), 60, mac)]
	if (foldForIndex(text) === '') return [recentGroup(state), commandGroup(state, '', 8, mac)]
	return [
		{
			key: 'documents',
			label: 'Documents',
			options: names.find(state.documents.all, text, 6).map((row) => documentOption(state, row)),
		},
		themeGroup(state, text, result),
		...(result?.groups ?? []).map((group) => passageGroup(state, group)),
		noteGroup(state, result),
		commandGroup(state, text, 6, mac),
	]
}

function recentGroup(state: AppState): OptionGroup {
	const recent = state.documents.all
		.filter((row) => row.openedAt !== null)
		.toSorted((a, b) => (b.openedAt ?? 0) - (a.openedAt ?? 0))
		.slice(0, 6)
	return { key: 'recent', label: 'Opened last', options: recent.map((row) => documentOption(state, row)) }
}

const documentOption = (state: AppState, row: DocumentRow): Option => ({
	key: `document-${row.id}`,
	content: html`<cp-icon name="file"></cp-icon>
		<span class="text" title=${row.metadata.title}>${row.metadata.title}</span>
		<span class="where">${shortNames(row.metadata.author ?? [])}</span>`,
	run: () => state.router.go({ view: 'reading', document: row.id }),
})

function themeGroup(state: AppState, query: string, result: SearchResult | null): OptionGroup {
	const words = tokensOf(foldForIndex(query))
	const byName = state.themes.inOrder.filter((node) => holdsAll(foldForIndex(namesTo(node).join(' ')), words))
	const byDescription = (result?.themes ?? []).flatMap(({ theme }) => state.themes.node(theme) ?? [])
	const found = [...new Set([...byName, ...byDescription])].slice(0, 6)
	return {
		key: 'themes',
		label: 'Themes',
		options: found.map((node) => ({
			key: `theme-${node.theme.id}`,
			content: html`<span class="lead"><span class="dot" style=${hueStyle(node.hue)}></span></span>
				<span class="text">${pathText(namesTo(node))}</span>
				<span class="where">${node.theme.highlights.toLocaleString('en')}</span>`,
			run: () => state.router.go({ view: 'passages', query: { theme: node.theme.id, below: true } }),
		})),
	}
}

const passageGroup = (state: AppState, group: SearchGroup): OptionGroup => ({
	key: `passages-${group.document}`,
	label: group.title,
	...(group.total > group.hits.length ? { detail: `${group.total.toLocaleString('en')} places` } : {}),
	options: group.hits.map((hit, index) => ({
		key: `hit-${group.document}-${index}`,
		content: hitContent(hit, group.title),
		run: () => openHit(state, group, hit),
	})),
})

function openHit(state: AppState, group: SearchGroup, hit: SearchHit): void {
	const { document } = group
	switch (hit.kind) {
		case 'text':
			state.router.go({ view: 'reading', document, at: { kind: 'offset', offset: hit.start, end: hit.end } })
			return
		case 'metadata':
			state.router.go({ view: 'reading', document })
			return
		case 'note':
			state.router.go(
				hit.highlight === null
					? { view: 'notes', note: hit.note }
					: { view: 'reading', document, at: { kind: 'highlight', highlight: hit.highlight } },
			)
	}
}

function hitContent(hit: SearchHit, title: string): TemplateResult {
	switch (hit.kind) {
		case 'text':
			return html`<span class="text two read">${marked(hit.snippet)}</span>
				<span class="where">${placeLabel(hit.place, title)}</span>`
		case 'metadata':
			return html`<cp-icon name="info"></cp-icon><span class="text">${marked(hit.snippet)}</span>
				<span class="where">${hit.field}</span>`
		case 'note':
			return html`<cp-icon name="note"></cp-icon><span class="text two">${marked(hit.snippet)}</span>`
	}
}

/** The heading is left out where it only repeats the title. */
const placeLabel = (place: Place, title: string): string => {
	const { page, heading, paragraph } = place
	const spoken = speechLine(place)
	if (page !== null) return `p. ${page}`
	if (spoken !== null) return spoken
	return heading === null || heading === title ? `¶ ${paragraph}` : `${heading}, ¶ ${paragraph}`
}

function noteGroup(state: AppState, result: SearchResult | null): OptionGroup {
	return {
		key: 'notes',
		label: 'Notes',
		options: (result?.notes ?? []).slice(0, 6).map(({ note, snippet }) => ({
			key: `note-${note}`,
			content: html`<cp-icon name="notes"></cp-icon><span class="text two">${marked(snippet)}</span>`,
			run: () => state.router.go({ view: 'notes', note }),
		})),
	}
}

function commandGroup(state: AppState, query: string, limit: number, mac: boolean): OptionGroup {
	const usable = state.commands.enabled
		// In the palette the text has lost the focus: its single letters mean nothing here.
		.filter((id) => id !== 'palette.open' && commands[id].where !== 'text')
	const words = tokensOf(foldForIndex(query))
	const found = usable
		.filter((id) => holdsAll(foldForIndex(`${commands[id].title} ${commands[id].menu}`), words))
		.slice(0, limit)
	return {
		key: 'commands',
		label: 'Commands',
		options: found.map((id) => {
			const [key] = keysOf(id, state.settings.value.keys)
			return {
				key: `command-${id}`,
				content: html`<cp-icon name="command"></cp-icon><span class="text">${commands[id].title}</span>
					${key === undefined ? nothing : html`<kbd>${keyLabel(key, mac)}</kbd>`}`,
				run: () => state.commands.run(id),
			}
		}),
	}
}

/** A snippet with its hits marked. */
export function marked({ text, hits }: Snippet): readonly (TemplateResult | string)[] {
	const parts: (TemplateResult | string)[] = []
	let at = 0
	for (const { start, end } of hits) {
		if (start < at) continue
		parts.push(text.slice(at, start), html`<mark>${text.slice(start, end)}</mark>`)
		at = end
	}
	parts.push(text.slice(at))
	return parts
}
