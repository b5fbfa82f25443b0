import type { Metadata } from './metadata.ts'

/** One entry of a bibliography: what it says about a work, and the files that belong to it. */
export interface Reference {
	/** `title` may be '' where the entry has none. */
	readonly metadata: Metadata
	/** Paths as the entry gives them, with `/` between folders; relative ones from the bibliography's folder. */
	readonly files: readonly string[]
}

/** A bibliography as it was read. */
export interface References {
	readonly references: readonly Reference[]
	/** Sentences on what could not be read. */
	readonly warnings: readonly string[]
}
