/** A library to look around in: what a new user meets first, and input for tests. */
export interface SampleLibrary {
	/** Imported like any file; the format follows from the name's ending. */
	readonly documents: readonly { readonly fileName: string; readonly text: string }[]
	readonly themes: readonly SampleTheme[]
	readonly highlights: readonly SampleHighlight[]
	readonly notes: readonly SampleNote[]
	/** Documents by file name. */
	readonly collections: readonly { readonly name: string; readonly documents: readonly string[] }[]
	/** Documents by file name; the others are to read. */
	readonly status: Readonly<Record<string, 'reading' | 'done'>>
}

export interface SampleTheme {
	/** Names from the root, joined by `/`. Parents stand before their children. */
	readonly path: string
	/** Markdown. */
	readonly description: string
	/** 1 to 9, where the theme is pinned. */
	readonly pin?: number
}

export interface SampleHighlight {
	/** The document's file name. */
	readonly document: string
	/** Stands exactly once in the document's reading text. */
	readonly quote: string
	/** Paths of themes; none: to sort. */
	readonly themes: readonly string[]
	/** Markdown. */
	readonly note?: string
}

export interface SampleNote {
	readonly target: { readonly document: string } | { readonly theme: string } | 'library'
	readonly body: string
}
