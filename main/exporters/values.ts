/**
 * What templates are given: plain values, ready for people, named as a reader who edits a template would
 * name them. Times are ISO 8601 dates (UTC). Texts are raw: filters make them fit for Markdown or YAML.
 */

export interface DocumentValues {
	readonly id: string
	readonly title: string
	readonly authors: readonly string[]
	/** As people write it, e.g. `16 April 2023`; '' when unknown. */
	readonly date: string
	/** As far as it is known, in ISO 8601 / EDTF, e.g. `2023-04`; '' when unknown. */
	readonly isodate: string
	readonly year: string
	readonly container: string
	/** Container and date on one line; '' when both are unknown. */
	readonly source: string
	/** The title, where the file's name had to differ from it. */
	readonly aliases: readonly string[]
	readonly url: string
	readonly language: string
	readonly citekey: string
	/** The reader's own fields, by their names; `key` is fit for front matter, and none of the keys above. */
	readonly fields: readonly { readonly name: string; readonly key: string; readonly value: string }[]
	/** Short form for running text: `Nguyen 2023`. */
	readonly citation: string
	readonly status: string
	readonly collections: readonly string[]
	/** `commonplace://` address that opens the document. */
	readonly link: string
	/** Name of the document's file without its ending: what a wikilink names; '' when it has none. */
	readonly file: string
	/** Themes of its passages. */
	readonly themes: readonly ThemeReference[]
	readonly notes: readonly NoteValues[]
	readonly passages: readonly PassageValues[]
}

export interface ThemeReference {
	readonly name: string
	/** Names from the root, joined by ` › `. */
	readonly path: string
	/** A valid tag without `#`, different for every theme: `trade/tariffs`. */
	readonly tag: string
	/** Name of the theme's file without its ending; '' when themes get no files. */
	readonly file: string
}

export interface ThemeValues extends ThemeReference {
	readonly id: string
	readonly tags: readonly string[]
	/** Markdown as the reader wrote it. */
	readonly description: string
	readonly link: string
	readonly notes: readonly NoteValues[]
	readonly children: readonly ThemeReference[]
	/** Passages tagged with it, grouped by document in library order. */
	readonly documents: readonly {
		/** Name of the part that holds the document's heading. */
		readonly part: string
		readonly document: Omit<DocumentValues, 'passages' | 'notes'>
		readonly passages: readonly PassageValues[]
	}[]
	readonly count: number
}

export interface LibraryValues {
	readonly name: string
	readonly notes: readonly NoteValues[]
}

export interface NoteValues {
	/** Name of its part in the file. */
	readonly part: string
	/** Markdown as the reader wrote it. */
	readonly body: string
	readonly changed: string
}

export interface PassageValues {
	readonly id: string
	/** Name of its part in the file, and its block id without `^`. */
	readonly part: string
	/** The passage's text, blocks parted by line feeds. */
	readonly quote: string
	readonly themes: readonly ThemeReference[]
	/** Their tags with `#`, parted by spaces. */
	readonly hashtags: string
	/** Markdown as the reader wrote it; '' when there is none. */
	readonly note: string
	/** Where it stands: `p. 12` or `“Heading”, ¶ 3`. */
	readonly place: string
	/** The place as citation programs read it: `p. 12`, or `para. 3`. */
	readonly locator: string
	readonly link: string
	readonly citation: string
	readonly citekey: string
	readonly made: string
	readonly coder: string
}
