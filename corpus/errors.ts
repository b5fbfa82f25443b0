/**
 * Errors that a reader of Commonplace may meet and can do something about. They cross processes as
 * data: a code for programs and a sentence for people that says what happened, what is safe and what
 * to do. Any other error is a bug and is logged where it happens.
 */
export type ErrorCode =
	/** The input of a call does not fit its schema, or names something impossible. */
	| 'invalid'
	| 'not-found'
	/** A quote that stands in several places, a name that is taken. */
	| 'ambiguous'
	| 'cancelled'
	/** The library is open in another process. */
	| 'locked'
	/** The library was written by a newer Commonplace. */
	| 'newer'
	| 'not-a-library'
	| 'read-only'
	| 'disk-full'
	/** A file that cannot be imported. */
	| 'refused'
	/** The same, because no file of its kind can be. */
	| 'unknown-kind'
	/** A file that opens only with its password, or with another one than was given. */
	| 'password'
	/** This face (browser, command line) cannot do it. */
	| 'unsupported'
	/** A bug: the details are in the log. */
	| 'internal'

export class UserError extends Error {
	readonly code: ErrorCode

	/** @param message what happened and what to do, in plain words, as a full sentence */
	constructor(code: ErrorCode, message: string) {
		super(message)
		this.name = 'UserError'
		this.code = code
	}
}

/** Makes the compiler check that a switch handles every case. */
export function unreachable(value: never): never {
	throw new Error(`Unhandled case: ${JSON.stringify(value)}`)
}
