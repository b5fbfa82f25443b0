/** How much one file may take. Tests set them low. */
export interface AppLimits {
	/** How many parsers run at once. */
	readonly parsers: number
	/** Milliseconds for one small file; a large one has more (`timeFor`). */
	readonly parserTime: number
	/** Bytes of resident memory of one parser. */
	readonly parserMemory: number
	/** Bytes of one file. */
	readonly fileSize: number
	/** Bytes of a table or a bibliography. */
	readonly tableSize: number
}

export const usualLimits: AppLimits = {
	parsers: 2,
	parserTime: 60_000,
	parserMemory: 1.5e9,
	fileSize: 256e6,
	tableSize: 100e6,
}
