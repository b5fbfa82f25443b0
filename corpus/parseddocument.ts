import type { Metadata } from './metadata.ts'
import type { Page } from './page.ts'
import type { Range } from './range.ts'
import type { ReadingText } from './readingtext.ts'

/** One document as an importer read it out of an original. */
export interface ParsedDocument {
	/** Which part of the original this is: '' for the whole, else a stable key such as a row number. */
	readonly part: string
	/** `title` may be '' when the source names none: the application then derives one from the text. */
	readonly metadata: Metadata
	readonly text: ReadingText
	readonly assets: readonly Asset[]
	/** What somebody highlighted or commented on in the original itself. */
	readonly annotations: readonly ParsedAnnotation[]
	/** The pages of an original that has true pages to look at (PDF); else none. */
	readonly pages: readonly Page[]
	/** Plain sentences for the reader: what the original holds that is not in the text. */
	readonly warnings: readonly string[]
	readonly importer: { readonly name: string; readonly version: number }
}

/** A highlight or comment that came with an original, on a passage of its reading text. Not empty. */
export interface ParsedAnnotation extends Range {
	/** Plain text or Markdown; '' where it only highlights. */
	readonly note: string
	/** Who made it; null where the original does not say. */
	readonly author: string | null
	/** Milliseconds since 1970-01-01 UTC; null where the original does not say. */
	readonly at: number | null
}

/** A picture inside an original. */
export interface Asset {
	/** Unique within its version; picture marks name it. */
	readonly key: string
	readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml'
	readonly bytes: Uint8Array
}
