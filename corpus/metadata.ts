/**
 * What is known about a document, in the terms of CSL-JSON (the data format of citation styles), plus
 * the citekey. Everything but the title is optional.
 */
export interface Metadata {
	/** CSL type: article, article-journal, article-newspaper, book, chapter, report, webpage, interview, … */
	readonly type?: string
	readonly title: string
	readonly author?: readonly Name[]
	readonly editor?: readonly Name[]
	readonly translator?: readonly Name[]
	/** The journal, newspaper, book or site that the document is part of. */
	readonly 'container-title'?: string
	readonly publisher?: string
	readonly 'publisher-place'?: string
	readonly issued?: VagueDate
	readonly accessed?: VagueDate
	readonly volume?: string
	readonly issue?: string
	readonly page?: string
	readonly DOI?: string
	readonly ISBN?: string
	readonly ISSN?: string
	/** http or https. */
	readonly URL?: string
	/** BCP 47. */
	readonly language?: string
	readonly abstract?: string
	readonly keyword?: string
	readonly note?: string
	/** Unique in a library; made from author, year and title where the source has none. */
	readonly citekey?: string
	/** The reader's own columns, by their names; no text is empty. */
	readonly fields?: Readonly<Record<string, string>>
}

/** A field that every document may have, beside the reader's own. */
export type MetadataField = Exclude<keyof Metadata, 'fields'>

/** UTF-16 code units of the name of an own field. */
export const longestFieldName = 200

/** A person (family, given) or, with `literal`, an institution or a name that cannot be divided. */
export type Name = { readonly family: string; readonly given?: string } | { readonly literal: string }

/**
 * A date as far as it is known, and as the reader wrote it. `from` (and `to` for a span) are
 * `[year]`, `[year, month]` or `[year, month, day]`, months from 1, years BCE negative.
 */
export type VagueDate =
	| { readonly from: DateParts; readonly to?: DateParts; readonly circa?: true }
	/** Words that name no calendar date: "Easter, undated". */
	| { readonly literal: string }

export type DateParts =
	| readonly [year: number]
	| readonly [year: number, month: number]
	| readonly [year: number, month: number, day: number]
