import type { ThemeId } from '../../corpus/ids.ts'
import type { OutlineEntry } from '../../corpus/places.ts'
import { Emitter } from './source.ts'

/** What the reading view tells the frame of the document that is open. */
export class ReadingStore extends Emitter {
	/** '' while nothing is read. */
	title = ''
	/** How far the reader is, 0 to 1. */
	progress = 0
	outline: readonly OutlineEntry[] = []
	/** Index in `outline` of the heading above what is in sight; -1 before the first. */
	current = -1
	/** Whether the document has pages, and whether they are what is shown. */
	shown: 'only text' | 'text' | 'pages' = 'only text'

	/** Themes that the reader tagged with, the latest first; kept from document to document. */
	recentThemes: readonly ThemeId[] = []

	/** The reader tagged with a theme: R repeats it, and the picker offers it first. */
	used(theme: ThemeId): void {
		this.recentThemes = [theme, ...this.recentThemes.filter((other) => other !== theme)].slice(0, 12)
	}

	/** Called by the reading view as it scrolls; tells listeners only of what they can see. */
	report(status: Partial<Pick<ReadingStore, 'title' | 'progress' | 'outline' | 'current' | 'shown'>>): void {
		const before = `${this.title} ${Math.round(this.progress * 100)} ${this.current} ${this.shown}`
		const outline = this.outline
		this.title = status.title ?? this.title
		this.progress = status.progress ?? this.progress
		this.outline = status.outline ?? this.outline
		this.current = status.current ?? this.current
		this.shown = status.shown ?? this.shown
		const after = `${this.title} ${Math.round(this.progress * 100)} ${this.current} ${this.shown}`
		if (before !== after || outline !== this.outline) this.emit()
	}

	/** The reading view is gone. */
	clear(): void {
		this.report({ title: '', progress: 0, outline: [], current: -1, shown: 'only text' })
	}
}
