import type * as v from 'valibot'

/** A call of the application: what it takes (checked where it arrives) and what it answers. */
export interface Call<Schema extends v.GenericSchema = v.GenericSchema, Output = unknown> {
	readonly input: Schema
	/** Only for the compiler: the type of the answer. Never set. */
	readonly output?: Output
}

/** `answers<Output>()(schema)`: declares one call. Two steps, so that the schema's type is inferred. */
export const answers =
	<Output>() =>
	<Schema extends v.GenericSchema>(input: Schema): Call<Schema, Output> => ({ input })
