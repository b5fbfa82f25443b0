import type { Range } from './range.ts'

/**
 * A reading text with its structure: one string, and ranges on it in UTF-16 code units.
 *
 * Invariants (checked by `checkReadingText`, held by every importer):
 * - blocks tile `[0, text.length)` in order; each ends with exactly one `\n`, which belongs to it;
 * - marks are not empty and lie inside one block, before its final `\n`; they may cross;
 * - `containers[i].parent` is below `i`; block.container points into `containers`;
 * - no U+0000, no lone surrogate, no `\r`.
 */
export interface ReadingText {
	readonly text: string
	readonly blocks: readonly Block[]
	/** The nesting around blocks as a tree, parents before children. */
	readonly containers: readonly Container[]
	readonly marks: readonly Mark[]
	/** The original's own table of contents, in its order. Absent: the headings are the outline. */
	readonly outline?: readonly OutlineEntry[]
}

/** One line of a table of contents. */
export interface OutlineEntry {
	readonly title: string
	/** How deep it lies, from 1. */
	readonly level: number
	/** Where it leads: an offset in the text. */
	readonly at: number
}

export type BlockKind =
	| 'paragraph'
	| 'heading'
	/** White space is kept. */
	| 'preformatted'
	/** Lines of verse: white space is kept. */
	| 'verse'
	/** A block whose text is one U+FFFC, with a picture mark on it. */
	| 'picture'
	| 'caption'
	| 'term'
	| 'definition'
	/** A rule between sections: the block is `\n`. */
	| 'rule'
	/** Running heads, page numbers: lies after the body text. */
	| 'furniture'

export interface Block extends Range {
	readonly kind: BlockKind
	/** Index into `containers` of the innermost container, or null at the top level. */
	readonly container: number | null
	/** 1 to 6; headings only. */
	readonly level?: number
	/** Where links of the same document may point to. */
	readonly id?: string
	/** BCP 47, where it differs from the document's. */
	readonly language?: string
	readonly direction?: 'ltr' | 'rtl'
	readonly align?: 'start' | 'center' | 'end'
}

export type Container =
	| { readonly kind: 'quotation' | 'figure' | 'aside' | 'definitions'; readonly parent: number | null }
	| {
			readonly kind: 'list'
			readonly parent: number | null
			readonly ordered: boolean
			/** Number of the first item of an ordered list; 1 unless told. */
			readonly first?: number
	  }
	| {
			readonly kind: 'item'
			readonly parent: number | null
			/** A task list's box; absent on ordinary items. */
			readonly checked?: boolean
	  }
	| { readonly kind: 'table' | 'row'; readonly parent: number | null }
	| {
			readonly kind: 'cell'
			readonly parent: number | null
			readonly header: boolean
			readonly columns?: number
			readonly rows?: number
	  }
	/** One footnote's or endnote's body; `label` is what the call shows. It stands after the body text. */
	| { readonly kind: 'footnote'; readonly parent: number | null; readonly id: string; readonly label: string }

export type Mark = Range &
	(
		| {
				readonly kind:
					| 'emphasis'
					| 'strong'
					| 'code'
					| 'strikethrough'
					| 'underline'
					| 'superscript'
					| 'subscript'
					| 'small-caps'
					/** Marked as highlighted by the original itself. */
					| 'marked'
		  }
		/** `href` is an absolute http(s) or mailto address, or `#id` of a block or footnote of the same text. */
		| { readonly kind: 'link'; readonly href: string }
		/** The call of the footnote whose container has this id. */
		| { readonly kind: 'footnote-call'; readonly footnote: string }
		/** On a U+FFFC. `asset` is a key of the version's assets; null where the picture is not there. */
		| { readonly kind: 'picture'; readonly asset: string | null; readonly alt: string }
		/** The printed page that begins here. Covers the first character of that page. */
		| { readonly kind: 'page'; readonly label: string }
		| { readonly kind: 'speaker'; readonly name: string }
		/** Milliseconds from the beginning of the recording. */
		| { readonly kind: 'time'; readonly from: number; readonly to?: number }
		| { readonly kind: 'language'; readonly language: string; readonly direction?: 'ltr' | 'rtl' }
	)
