import { Emitter } from './source.ts'

/** What screen readers are told of things that only the eye would notice. Drawn by the frame. */
export class Announcer extends Emitter {
	text = ''
	/** Grows with each message, so that the same words twice are said twice. */
	count = 0

	/** @param text a few words: "Caret mode on", "12 passages" */
	say(text: string): void {
		this.text = text
		this.count++
		this.emit()
	}
}
