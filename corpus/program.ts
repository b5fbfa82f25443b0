/** What can be said of the program and of the library that it shows, also in a report of a fault. */
export interface ProgramInfo {
	readonly version: string
	/** What it runs on and is made of, as far as it is there: Electron, Chromium, Node, SQLite. */
	readonly parts: readonly ProgramPart[]
	/** The number of the format that the library's database has. */
	readonly libraryFormat: number
	/** The folder where the licences of Electron and of Chromium lie, for people to read; null: there is none. */
	readonly licencesFolder: string | null
}

export interface ProgramPart {
	readonly name: string
	readonly version: string
}
