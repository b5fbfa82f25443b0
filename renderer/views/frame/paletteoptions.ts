import { html, nothing, type TemplateResult } from 'lit'
import { type CommandId, commands } from '../../../corpus/commands.ts'
import type { DocumentRow, Place } from '../../../corpus/entities.ts'
import { foldForIndex, tokensOf } from '../../../corpus/folding.ts'
import { shortNames } from '../../../corpus/names.ts'
import type { SearchGroup, SearchHit, SearchResult, Snippet } from '../../../preload/calls/search.ts'
import { keysOf } from '../../commands/keyboard.ts'
import { keyLabel } from '../../commands/keylabel.ts'
import type { Option, OptionGroup } from '../../elements/optionlist.ts'
import { hueStyle } from '../../elements/themelook.ts'
import type { AppState } from '../../state/appstate.ts'
import '../../elements/icon.ts'

/** What the palette offers for a query: documents, themes, passages, notes, and commands last. */
export function paletteGroups(
	state: AppState,
	query: string,
	result: SearchResult | null,
	mac: boolean,
): readonly OptionGroup[] {
	if (query.startsWith('>')) return [commandGroup(state, query.slice(1), 60, mac)]
	if (query.trim() === '') return [recentGroup(state), commandGroup(state, '', 8, mac)]
	return [
		documentGroup(state, query),
		themeGroup(state, query, result),
		...(result?.groups ?? []).map((group) => passageGroup(state, group)),
		noteGroup(state, result),
		commandGroup(state, query, 6, mac),
	]
}

/** Whether every word begins a word of the folded text. */
const holdsAll = (folded: string, words: readonly string[]): boolean =>
	words.every((word) => ` ${folded}`.includes(` ${word}`))

function documentGroup(state: AppState, query: string): OptionGroup {
	const words = tokensOf(foldForIndex(query))
	const found = state.documents.all
		.filter((row) => words.length > 0 && holdsAll(foldForIndex(documentWords(row)), words))
		.toSorted((a, b) => rank(a, words) - rank(b, words) || a.metadata.title.localeCompare(b.metadata.title))
		.slice(0, 6)
	return { key: 'documents', label: 'Documents', options: found.map((row) => documentOption(state, row)) }
}

const documentWords = ({ metadata }: DocumentRow): string =>
	`${metadata.title} ${shortNames(metadata.author ?? [])} ${metadata.citekey ?? ''}`

/** Titles that begin with the words come first. */
const rank = (row: DocumentRow, words: readonly string[]): number =>
	foldForIndex(row.metadata.title).startsWith(words.join(' ')) ? 0 : 1

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
	const byName = state.themes.inOrder.filter(
		(node) => words.length > 0 && holdsAll(foldForIndex(node.path.join(' ')), words),
	)
	const byDescription = (result?.themes ?? []).flatMap(({ theme }) => state.themes.node(theme) ?? [])
	const found = [...new Set([...byName, ...byDescription])].slice(0, 6)
	return {
		key: 'themes',
		label: 'Themes',
		options: found.map((node) => ({
			key: `theme-${node.theme.id}`,
			content: html`<span class="lead"><span class="dot" style=${hueStyle(node.hue)}></span></span>
				<span class="text">${node.path.join(' › ')}</span>
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
		content: hitContent(hit),
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

function hitContent(hit: SearchHit): TemplateResult {
	switch (hit.kind) {
		case 'text':
			return html`<span class="text two read">${marked(hit.snippet)}</span>
				<span class="where">${placeLabel(hit.place)}</span>`
		case 'metadata':
			return html`<cp-icon name="info"></cp-icon><span class="text">${marked(hit.snippet)}</span>
				<span class="where">${hit.field}</span>`
		case 'note':
			return html`<cp-icon name="note"></cp-icon><span class="text two">${marked(hit.snippet)}</span>`
	}
}

const placeLabel = (place: Place): string => {
	if (place.page !== null) return `p. ${place.page}`
	return place.heading === null ? `¶ ${place.paragraph}` : `${place.heading}, ¶ ${place.paragraph}`
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
	const words = tokensOf(foldForIndex(query))
	const wanted = (id: CommandId) =>
		holdsAll(foldForIndex(`${commands[id].title} ${commands[id].menu}`), words)
	const found = state.commands.enabled
		// In the palette the text has lost the focus: its single letters mean nothing here.
		.filter((id) => id !== 'palette.open' && commands[id].where !== 'text' && wanted(id))
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
