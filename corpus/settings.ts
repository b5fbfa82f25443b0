/** What the reader has set up. Kept in the library's database, outside history. */
export interface Settings {
	readonly scheme: 'system' | 'light' | 'sepia' | 'dark'
	readonly type: TypeSettings
	/** Shortcuts that differ from the defaults: command id → keys. */
	readonly keys: Readonly<Record<string, readonly string[]>>
	/** Who makes highlights, taggings and notes. */
	readonly coder: string
	readonly sidebar: boolean
	/** What is taken of saved web pages: the article, or all that the page shows. */
	readonly html: 'article' | 'page'
}

export interface TypeSettings {
	/** CSS px. */
	readonly size: number
	/** Characters a line, about. */
	readonly measure: number
	/** Multiple of the size. */
	readonly leading: number
	readonly face: 'serif' | 'sans'
}

export const defaultSettings: Settings = {
	scheme: 'system',
	type: { size: 19, measure: 66, leading: 1.58, face: 'serif' },
	keys: {},
	coder: 'Me',
	sidebar: true,
	html: 'article',
}
