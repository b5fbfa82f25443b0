import { shortCitation } from '../../../corpus/citation.ts'
import type { Note, Place, Theme } from '../../../corpus/entities.ts'
import type { HighlightId, ThemeId } from '../../../corpus/ids.ts'
import { formatLink, type LinkTarget } from '../../../corpus/links.ts'
import type { Metadata, Name } from '../../../corpus/metadata.ts'
import { clockOf, speechLine } from '../../../corpus/speech.ts'
import { pathText } from '../../../corpus/themetree.ts'
import { formatVagueDate, toEdtf } from '../../../corpus/vaguedate.ts'
import { tagsOf } from '../../exporters/tags.ts'
import type {
	DocumentValues,
	NoteValues,
	PassageValues,
	ThemeReference,
	ThemeValues,
} from '../../exporters/values.ts'
import type { ExportDocument, ExportValues } from '../../store/exportvalues.ts'
import type { HighlightInContext } from '../../store/highlights.ts'

/** The names that files have, without their endings; '' for what gets no file. */
export interface FileNames {
	readonly ofDocument: (id: string) => string
	readonly ofTheme: (id: string) => string
}

/** Turns the library's values into those that templates are given. */
export interface Rendering {
	document(document: ExportDocument): DocumentValues
	/** With the passages of this very theme, not of those below it. */
	theme(theme: Theme): ThemeValues
	libraryNotes(): readonly NoteValues[]
}

export function rendering(values: ExportValues, files: FileNames): Rendering {
	const { library, documents, themes } = values
	const link = (target: LinkTarget) => formatLink({ library, target })
	const tags = tagsOf(themes)
	const references = new Map(themes.map((theme) => [theme.id, referenceTo(theme)]))
	const coders = new Map(values.coders.map(({ id, name }) => [id, name]))
	const collections = new Map(values.collections.map(({ id, name }) => [id, name]))
	const passagesOf = new Map(documents.map((each) => [each.row.id, passages(each)]))

	function referenceTo(theme: Theme): ThemeReference {
		const path = pathText(pathNames(theme, themes))
		return { name: theme.name, path, tag: tags.get(theme.id) ?? '', file: files.ofTheme(theme.id) }
	}

	function referencesTo(ids: readonly ThemeId[]): readonly ThemeReference[] {
		return ids.flatMap((id) => references.get(id) ?? [])
	}

	function passages({
		row,
		highlights,
	}: ExportDocument): readonly { highlight: HighlightInContext; passage: PassageValues }[] {
		const parts = partNames(highlights.map(({ id }) => id))
		const citation = shortCitation(row.metadata)
		return highlights.map((highlight) => {
			const tagged = referencesTo([...new Set(highlight.taggings.map(({ theme }) => theme))])
			const { place } = highlight.context
			return {
				highlight,
				passage: {
					id: highlight.id,
					part: parts.get(highlight.id) ?? highlight.id,
					quote: highlight.anchor.quote,
					themes: tagged,
					hashtags: tagged.map(({ tag }) => `#${tag}`).join(' '),
					note: highlight.note?.body.trim() ?? '',
					place: placeForPeople(place, row.metadata.title),
					locator: locatorOf(place),
					link: link({ kind: 'highlight', highlight: highlight.id }),
					citation,
					citekey: row.metadata.citekey ?? '',
					made: isoDay(highlight.at),
					coder: coders.get(highlight.coder) ?? '',
				},
			}
		})
	}

	function document({ row, notes }: ExportDocument): DocumentValues {
		const { metadata } = row
		const date = metadata.issued ? formatVagueDate(metadata.issued) : ''
		const container = metadata['container-title'] ?? ''
		const made = passagesOf.get(row.id) ?? []
		const used = new Set(made.flatMap(({ highlight }) => highlight.taggings.map(({ theme }) => theme)))
		const file = files.ofDocument(row.id)
		return {
			id: row.id,
			title: metadata.title,
			authors: (metadata.author ?? []).map(nameForPeople),
			date,
			isodate: metadata.issued ? (toEdtf(metadata.issued) ?? date) : '',
			year: metadata.issued && 'from' in metadata.issued ? String(metadata.issued.from[0]) : '',
			container,
			source: [container, date].filter((part) => part !== '').join(', '),
			aliases: file === '' || baseName(file) === metadata.title ? [] : [metadata.title],
			url: metadata.URL ?? '',
			language: metadata.language ?? '',
			citekey: metadata.citekey ?? '',
			fields: ownFields(metadata),
			citation: shortCitation(metadata),
			status: row.status,
			collections: row.collections.flatMap((id) => collections.get(id) ?? []),
			link: link({ kind: 'document', document: row.id, offset: null }),
			file,
			themes: referencesTo([...used]),
			notes: notes.map(noteValues),
			passages: made.map(({ passage }) => passage),
		}
	}

	function theme(theme: Theme): ThemeValues {
		const groups = documents.flatMap((each) => {
			const own = (passagesOf.get(each.row.id) ?? []).filter(({ highlight }) =>
				highlight.taggings.some((tagging) => tagging.theme === theme.id),
			)
			if (own.length === 0) return []
			const { passages: _, notes: __, ...rest } = document(each)
			return [
				{ part: `in-${short(each.row.id)}`, document: rest, passages: own.map(({ passage }) => passage) },
			]
		})
		const reference = referenceTo(theme)
		return {
			...reference,
			id: theme.id,
			tags: [reference.tag],
			description: theme.description.trim(),
			link: link({ kind: 'theme', theme: theme.id }),
			notes: values.notes
				.filter(({ target }) => target.kind === 'theme' && target.id === theme.id)
				.map(noteValues),
			children: themes.filter(({ parent }) => parent === theme.id).map(referenceTo),
			documents: groups,
			count: groups.reduce((sum, group) => sum + group.passages.length, 0),
		}
	}

	return {
		document,
		theme,
		libraryNotes: () => values.notes.filter(({ target }) => target.kind === 'library').map(noteValues),
	}
}

const noteValues = (note: Note): NoteValues => ({
	part: `note-${short(note.id)}`,
	body: note.body.trim(),
	changed: isoDay(note.changedAt),
})

/** Names of passages' parts and block ids: short where that tells them apart. */
function partNames(ids: readonly HighlightId[]): ReadonlyMap<HighlightId, string> {
	const counts = new Map<string, number>()
	for (const id of ids) counts.set(short(id), (counts.get(short(id)) ?? 0) + 1)
	return new Map(ids.map((id) => [id, counts.get(short(id)) === 1 ? `cp-${short(id)}` : `cp-${id}`]))
}

/** The random end of a UUIDv7. */
const short = (id: string): string => id.replaceAll('-', '').slice(-12)

const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10)

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1)

const nameForPeople = (name: Name): string =>
	'literal' in name ? name.literal : [name.given, name.family].filter(Boolean).join(' ')

/**
 * `p. 12`; in transcripts `00:12:31, Anna`; else `“Heading”, ¶ 3`. A heading that only repeats the title says
 * nothing.
 */
export function placeForPeople(place: Place, title: string): string {
	const { page, heading, paragraph } = place
	const spoken = speechLine(place)
	if (page !== null) return `p. ${page}`
	if (spoken !== null) return spoken
	return heading === null || heading === title ? `¶ ${paragraph}` : `“${heading}”, ¶ ${paragraph}`
}

/** As citations name places: printed pages, times of recordings, else paragraphs. */
function locatorOf({ page, paragraph, spoken }: Place): string {
	if (page !== null) return `p. ${page}`
	const time = spoken?.time ?? null
	return time === null ? `para. ${paragraph}` : clockOf(time)
}

/** Names from the root down to the theme itself. */
export function pathNames(theme: Theme, themes: readonly Theme[]): readonly string[] {
	const names: string[] = []
	for (let at: Theme | undefined = theme; at; at = themes.find(({ id }) => id === at?.parent))
		names.unshift(at.name)
	return names
}

/** What the templates that come with Commonplace write into front matter, and what note-takers' programs read there. */
const takenKeys =
	'aliases author authors bibliography citekey collections commonplace container cssclasses date id keywords language permalink publish status tags themes title type url'.split(
		' ',
	)

function ownFields({ fields = {} }: Metadata): DocumentValues['fields'] {
	const taken = new Set(takenKeys)
	return Object.entries(fields).map(([name, value]) => {
		let key = name.replace(/[\s\p{C}]+/gu, ' ').trim() || 'field'
		while (taken.has(key.toLowerCase())) key = `${key} (field)`
		taken.add(key.toLowerCase())
		return { name, key, value }
	})
}
