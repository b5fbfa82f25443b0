/**
 * One change of the schema. Once released it is never edited: a later one corrects it. It is self-contained
 * (no imports of living code) and runs in a transaction together with the step of `user_version`.
 */
export interface Migration {
	/** From 1, each one more than the one before it. */
	readonly version: number
	readonly sql: string
	/** Whether it changes a table that history logs: row images of older steps would not fit any more. */
	readonly clearsHistory?: true
}
