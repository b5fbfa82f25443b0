/** A piece of somebody's work that is part of the program, and what allows that. */
export interface Component {
	readonly name: string
	/** Empty where its makers give it none. */
	readonly version: string
	/** SPDX identifier or expression, or words where there is none for it. */
	readonly licence: string
	/** Its licence and notices as its makers wrote them, plain text. */
	readonly text: string
}
