import type { Element } from 'hast'
import { make } from '../hast/tree.ts'
import { attribute, child, children, type XmlElement } from '../xml/xml.ts'
import { counted } from './counting.ts'
import { type Part, valueIn } from './package.ts'

export type NoteKind = 'footnote' | 'endnote'

/** A note that was called: its body has still to be read. */
export interface CalledNote {
	readonly kind: NoteKind
	readonly id: string
	readonly content: XmlElement
	readonly part: Part
}

/** Footnotes and endnotes: numbers for their calls, and which were called, in that order. */
export class Notes {
	readonly called: CalledNote[] = []
	readonly #labels = new Map<string, string>()
	readonly #contents: Readonly<Record<NoteKind, ReadonlyMap<string, XmlElement>>>
	readonly #parts: Readonly<Record<NoteKind, Part | null>>
	readonly #formats: Readonly<Record<NoteKind, string>>
	readonly #counts = { footnote: 0, endnote: 0 }

	/** @param settings root of the part that may say how notes are numbered */
	constructor(footnotes: Part | null, endnotes: Part | null, settings: XmlElement | null) {
		this.#parts = { footnote: footnotes, endnote: endnotes }
		this.#contents = { footnote: contents(footnotes, 'footnote'), endnote: contents(endnotes, 'endnote') }
		this.#formats = {
			footnote: formatIn(settings, 'footnotePr') ?? 'decimal',
			endnote: formatIn(settings, 'endnotePr') ?? 'lowerRoman',
		}
	}

	/**
	 * The link that calls a note; null where there is no such note.
	 *
	 * @param own the sign that the text itself shows; null: notes are counted
	 */
	call(kind: NoteKind, id: string, own: string | null): Element | null {
		const content = this.#contents[kind].get(id)
		const part = this.#parts[kind]
		if (content === undefined || part === null) return null
		const name = `${kind}-${id}`
		const label = this.#labels.get(name) ?? own ?? counted(++this.#counts[kind], this.#formats[kind])
		if (!this.#labels.has(name)) this.called.push({ kind, id: name, content, part })
		this.#labels.set(name, label)
		return make('a', { href: `#${name}`, role: 'doc-noteref' }, label)
	}
}

function contents(part: Part | null, name: NoteKind): ReadonlyMap<string, XmlElement> {
	const found = new Map<string, XmlElement>()
	for (const note of part === null ? [] : children(part.root, name)) {
		const id = attribute(note, 'id')
		if (id !== null) found.set(id, note)
	}
	return found
}

function formatIn(settings: XmlElement | null, name: string): string | null {
	return settings === null ? null : valueIn(child(settings, name), 'numFmt')
}
