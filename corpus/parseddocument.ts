import type { Metadata } from './metadata.ts'
import type { ReadingText } from './readingtext.ts'

/** One document as an importer read it out of an original. */
export interface ParsedDocument {
	/** Which part of the original this is: '' for the whole, else a stable key such as a row number. */
	readonly part: string
	/** `title` may be '' when the source names none: the application then derives one from the text. */
	readonly metadata: Metadata
	readonly text: ReadingText
	readonly assets: readonly Asset[]
	/** Plain sentences for the reader: what the original holds that is not in the text. */
	readonly warnings: readonly string[]
	readonly importer: { readonly name: string; readonly version: number }
}

/** A picture inside an original. */
export interface Asset {
	/** Unique within its version; picture marks name it. */
	readonly key: string
	readonly mediaType: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/svg+xml'
	readonly bytes: Uint8Array
}
