import type { Session } from './session.ts'

/** What a command found or did: lines for people, a value for `--json`. */
export interface Result {
	readonly lines: readonly string[]
	readonly json: unknown
	/** Lines about the result that are no part of it. */
	readonly remarks?: readonly string[]
	/** Something of what was asked for could not be done; the lines say what. Exit code 1. */
	readonly failed?: boolean
}

/** An option of a command, as node:util's parseArgs takes it. */
export interface OptionForm {
	readonly type: 'string' | 'boolean'
	readonly multiple?: boolean
	/** What its value is, which is not empty: `a folder`. */
	readonly needs?: string
}

/** One command. Words and options as it gets them were checked against its form. */
export interface Verb {
	/** The words and options after the command's name, for people. */
	readonly form: string
	readonly about: string
	/** How many words it takes. */
	readonly words: { readonly least: number; readonly most: number }
	readonly options: Readonly<Record<string, OptionForm>>
	/** The words are files to add, for which it makes a library where there is none. */
	readonly founds?: boolean
	run(session: Session, given: Given): Promise<Result>
}

/** What stands in the command. */
export interface Given {
	readonly words: readonly string[]
	/** The value of an option; undefined when it was not given. */
	text(option: string): string | undefined
	/** The value of an option that must be one of these. @throws {UsageError} */
	choice<Choice extends string>(option: string, choices: readonly Choice[]): Choice | undefined
	/** The values of an option that may be given several times. */
	texts(option: string): readonly string[]
	flag(option: string): boolean
	/** Makes a path absolute. */
	path(word: string): string
}

export const text: OptionForm = { type: 'string' }
export const texts: OptionForm = { type: 'string', multiple: true }
export const flag: OptionForm = { type: 'boolean' }
