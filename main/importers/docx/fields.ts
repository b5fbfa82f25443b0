import { attribute, descendants, type XmlElement } from '../xml/xml.ts'

interface Field {
	instruction: string
	/** Its result has begun: only that is shown. */
	shown: boolean
	href: string | null
}

/**
 * The fields that are open at a place of a text: their instructions are not shown, their results are,
 * and may lead somewhere. Fields without an end are taken as not there, else they would hide all
 * that follows.
 */
export class Fields {
	readonly #open: Field[] = []
	/** How many of them show nothing yet. */
	#hidden = 0
	readonly #endless: ReadonlySet<XmlElement>

	/** @param story all elements in which fields may begin and end */
	constructor(story: XmlElement) {
		this.#endless = endless(story)
	}

	/** Whether what stands here is a part of an instruction. */
	get hides(): boolean {
		return this.#hidden > 0
	}

	/** Where what stands here leads. */
	get href(): string | null {
		return this.#open.at(-1)?.href ?? null
	}

	/** A `w:fldChar`. */
	character(element: XmlElement): void {
		const last = this.#open.at(-1)
		switch (attribute(element, 'fldCharType')) {
			case 'begin':
				if (this.#endless.has(element)) break
				// What a field in another one shows leads where that one does, until it says otherwise.
				this.#open.push({ instruction: '', shown: false, href: last?.href ?? null })
				this.#hidden++
				break
			case 'separate':
				if (last === undefined || last.shown) break
				last.shown = true
				last.href = hrefOfField(last.instruction) ?? last.href
				this.#hidden--
				break
			case 'end':
				if (last?.shown === false) this.#hidden--
				this.#open.pop()
		}
	}

	instruction(text: string): void {
		const last = this.#open.at(-1)
		if (last !== undefined && last.instruction.length < 10_000) last.instruction += text
	}
}

function endless(story: XmlElement): ReadonlySet<XmlElement> {
	const open: XmlElement[] = []
	for (const element of descendants(story)) {
		if (element.name !== 'fldChar') continue
		const type = attribute(element, 'fldCharType')
		if (type === 'begin') open.push(element)
		else if (type === 'end') open.pop()
	}
	return new Set(open)
}

/** Where the result of a field leads: an address, or `#name` of a bookmark; null where nowhere. */
export function hrefOfField(instruction: string): string | null {
	const [kind, ...rest] = [...instruction.slice(0, 10_000).matchAll(/"([^"]*)"|(\S+)/g)].map(
		([, quoted, word]) => ({ text: quoted ?? word ?? '', quoted: quoted !== undefined }),
	)
	const isSwitch = (at: number) => rest[at]?.quoted === false && rest[at]?.text.startsWith('\\')
	switch (kind?.text.toUpperCase()) {
		case 'HYPERLINK': {
			const place = rest.findIndex(({ text }, at) => text.toLowerCase() === '\\l' && isSwitch(at))
			const anchor = place < 0 ? null : (rest[place + 1]?.text ?? null)
			const address = rest.length > 0 && !isSwitch(0) ? (rest[0]?.text ?? '') : ''
			return linkTo(address, anchor)
		}
		case 'REF':
		case 'PAGEREF':
		case 'NOTEREF': {
			const name = rest[0]?.text
			return name !== undefined && rest.some(({ text }) => text.toLowerCase() === '\\h') ? `#${name}` : null
		}
		default:
			return null
	}
}

/** An address with a place in it; null without both. */
export function linkTo(address: string, anchor: string | null): string | null {
	const place = anchor === null || anchor === '' ? '' : `#${anchor}`
	return (
		`${address.includes('#') && place !== '' ? address.slice(0, address.indexOf('#')) : address}${place}` ||
		null
	)
}
