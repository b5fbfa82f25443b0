import documents from './adding-documents.md?raw'
import terminal from './command-line.md?raw'
import comparing from './comparing.md?raw'
import exporting from './exporting.md?raw'
import start from './first-steps.md?raw'
import keyboard from './keyboard.md?raw'
import library from './library.md?raw'
import notes from './notes.md?raw'
import privacy from './privacy.md?raw'
import reading from './reading.md?raw'
import themes from './themes.md?raw'

/** A chapter of the guide. */
export interface Chapter {
	readonly id: ChapterId
	readonly title: string
	/** Markdown; its one heading of the first level is the title. README.md says what links may lead to. */
	readonly text: string
}

const texts = {
	'first-steps': start,
	'adding-documents': documents,
	reading,
	themes,
	notes,
	comparing,
	exporting,
	library,
	privacy,
	keyboard,
	'command-line': terminal,
} as const

export type ChapterId = keyof typeof texts

const ids = Object.keys(texts) as readonly ChapterId[]

/** The guide, in the order in which one would read it. */
export const guide: readonly Chapter[] = ids.map((id) => ({
	id,
	title: /^# (.+)$/m.exec(texts[id])?.[1] ?? id,
	text: texts[id],
}))
