import type { Anchor } from './anchor.ts'
import type {
	CoderId,
	CollectionId,
	DocumentId,
	HighlightId,
	LibraryId,
	NoteId,
	StepId,
	ThemeId,
	VersionId,
} from './ids.ts'
import type { Metadata } from './metadata.ts'

/**
 * The things of a library as every layer sees them: plain records, safe to clone between processes.
 * Times are milliseconds since 1970-01-01 UTC.
 */

export type ReadingStatus = 'to-read' | 'reading' | 'done'

/** A row of the library table. */
export interface DocumentRow {
	readonly id: DocumentId
	readonly metadata: Metadata
	readonly status: ReadingStatus
	/** Place in the queue of what is to read; lower comes first. Only meaningful while to read. */
	readonly queue: number
	/** UTF-16 code units of the reading text. */
	readonly length: number
	readonly words: number
	readonly addedAt: number
	readonly openedAt: number | null
	readonly fileName: string
	/** 'text', 'markdown', 'html', … : the importer's name. */
	readonly format: string
	/** A newer importer than the one that read it may read its original better. */
	readonly outdated: boolean
	readonly highlights: number
	readonly notes: number
	/** Themes of its highlights, the most used first. */
	readonly themes: readonly ThemeId[]
	readonly collections: readonly CollectionId[]
}

/** What the reader shows beside the text. */
export interface DocumentDetail extends DocumentRow {
	readonly version: VersionId
	/** Where reading stopped: an offset in the reading text; null when it was never opened. */
	readonly position: number | null
	readonly warnings: readonly string[]
	/** SHA-256 of the original, in hex. */
	readonly originalHash: string
	readonly originalBytes: number
	/** Which part of the original: '' for the whole. */
	readonly part: string
}

export interface Tagging {
	readonly theme: ThemeId
	readonly coder: CoderId
	readonly at: number
	/** 0 to 100, where the reader weighs taggings. */
	readonly weight: number | null
}

export interface Highlight {
	readonly id: HighlightId
	readonly document: DocumentId
	readonly anchor: Anchor
	/** False: it stands in an earlier reading of the document, and no place for it was found in the present one. */
	readonly placed: boolean
	readonly coder: CoderId
	readonly at: number
	readonly taggings: readonly Tagging[]
	/** Its note, where it has one. */
	readonly note: Note | null
}

export interface Theme {
	readonly id: ThemeId
	readonly name: string
	readonly parent: ThemeId | null
	/** Order among siblings, from 0. */
	readonly order: number
	/** 0 to 9: one of the ten hues; null inherits the parent's. */
	readonly hue: number | null
	/** Markdown. */
	readonly description: string
	/** 1 to 9: the digit that tags with it; null when not pinned. */
	readonly pin: number | null
	/** Highlights tagged with this theme itself. */
	readonly highlights: number
}

export type NoteTarget =
	| { readonly kind: 'highlight'; readonly id: HighlightId }
	| { readonly kind: 'document'; readonly id: DocumentId }
	| { readonly kind: 'theme'; readonly id: ThemeId }
	| { readonly kind: 'library' }

export interface Note {
	readonly id: NoteId
	readonly target: NoteTarget
	/** Markdown, to the letter as the reader wrote it. */
	readonly body: string
	readonly coder: CoderId
	readonly createdAt: number
	readonly changedAt: number
	/** Highlights that the body links to (`commonplace://…/highlight/ID`), in order. */
	readonly cites: readonly HighlightId[]
}

export interface Collection {
	readonly id: CollectionId
	readonly name: string
	readonly documents: number
}

export interface Coder {
	readonly id: CoderId
	readonly name: string
}

/** One undoable change of the library. */
export interface Step {
	readonly id: StepId
	/** What it did, in the reader's words: "Highlight in “Two days in Hanoi”". */
	readonly name: string
	readonly at: number
	readonly state: 'done' | 'undone'
}

/** A format that documents may be of. */
export interface FormatName {
	/** As in `DocumentRow.format`. */
	readonly format: string
	/** For people, in the middle of a sentence. */
	readonly name: string
	/** Of its files: lower case, without the dot. */
	readonly endings: readonly string[]
}

export interface LibraryInfo {
	readonly id: LibraryId
	/** The folder's own name. */
	readonly name: string
	/** Where it lies, for people to read; nothing may be opened by it. */
	readonly folder: string
	readonly documents: number
	readonly highlights: number
	readonly toSort: number
	readonly notes: number
	readonly coder: Coder
	/** All who made something in it, the current one among them. */
	readonly coders: readonly Coder[]
	readonly appVersion: string
	/** Which face of the application this is. */
	readonly face: 'desktop' | 'browser' | 'command-line'
	/** What can be imported. */
	readonly formats: readonly FormatName[]
}

/** A highlight with enough around it to be read apart from its document. */
export interface Passage {
	readonly highlight: Highlight
	readonly documentTitle: string
	/** The sentence parts around the quote, trimmed of line breaks; '' at the text's ends. */
	readonly before: string
	readonly after: string
	readonly place: Place
}

/** Where in a document a passage stands, for people. */
export interface Place {
	/** Printed page label, where the document has them. */
	readonly page: string | null
	/** The nearest heading above; null before the first one. */
	readonly heading: string | null
	/** From 1: which paragraph below that heading, or of the document. */
	readonly paragraph: number
	/** In transcripts: who speaks, and when. At least one of them. */
	readonly spoken?: Spoken
}

/** Where in a recording a passage stands. */
export interface Spoken {
	/** Milliseconds from its beginning; null where the transcript does not say. */
	readonly time: number | null
	readonly speaker: string | null
}
