import type { Element } from 'hast'
import { make } from '../hast/tree.ts'
import type { CodePage } from './codepages.ts'
import { childOf, destinationOf, type Group, groupsIn, hasWord } from './groups.ts'
import { plainText } from './plaintext.ts'

export interface Picture {
	/** Null: of a kind that cannot be shown, such as a Windows metafile. */
	readonly bytes: Uint8Array | null
	readonly description: string
}

/** Collects the pictures of a file. */
export class Pictures {
	/** By the `src` that their elements have. */
	readonly bytes = new Map<string, Uint8Array>()

	/** Keeps a picture; returns what stands for it in the text. */
	add({ bytes, description }: Picture): Element {
		if (bytes === null)
			return make('img', {
				src: '',
				alt: description || 'A picture that can only be shown by Windows',
			})
		const src = `picture-${this.bytes.size + 1}`
		this.bytes.set(src, bytes)
		return make('img', { src, alt: description })
	}
}

/** A drawing that is being read, of whose properties one may be a picture and another describes it. */
export class Drawing {
	#picture: Picture | null = null
	#description = ''

	/** @param group an `\sp` */
	set(group: Group, page: CodePage): void {
		const property = propertyOf(group, page)
		if (property?.picture !== undefined) this.#picture = pictureOf(property.picture, page)
		if (property?.name === 'wzDescription') this.#description = withoutFolders(property.value)
	}

	/** Null: it shows none. */
	get picture(): Picture | null {
		return this.#picture === null ? null : { ...this.#picture, description: this.#description }
	}
}

/** Programs describe pictures by where they lay: of paths only the file's name says something. */
const withoutFolders = (description: string): string =>
	/^(?:[a-z]:\\|\/|https?:)\S*$/i.test(description) ? description.replace(/^.*[\\/]/, '') : description

/** The picture of a `\pict`. */
export function pictureOf(group: Group, page: CodePage): Picture {
	const shown = hasWord(group, 'pngblip') || hasWord(group, 'jpegblip')
	const properties = childOf(group, 'picprop')
	return {
		bytes: shown ? bytesOf(group) : null,
		description: withoutFolders(
			properties === undefined ? '' : (propertiesOf(properties, page).get('wzDescription') ?? ''),
		),
	}
}

function bytesOf({ items }: Group): Uint8Array {
	const binary = items.find((item) => item.kind === 'binary')
	if (binary?.kind === 'binary') return new Uint8Array(Buffer.from(binary.text, 'latin1'))
	const hex = items.map((item) => (item.kind === 'text' ? item.text : '')).join('')
	return new Uint8Array(Buffer.from(hex.replace(/[^0-9a-fA-F]/g, ''), 'hex'))
}

/** The properties of a drawing that are words: `{\sp{\sn name}{\sv value}}`. */
function propertiesOf(group: Group, page: CodePage): ReadonlyMap<string, string> {
	const properties = new Map<string, string>()
	for (const inner of groupsIn(group)) {
		const property = destinationOf(inner) === 'sp' ? propertyOf(inner, page) : null
		if (property !== null) properties.set(property.name, property.value)
	}
	return properties
}

/** One property of a drawing, its `\sp` group; `picture`: what stands in it, where that is a picture. */
function propertyOf(
	group: Group,
	page: CodePage,
): { readonly name: string; readonly value: string; readonly picture: Group | undefined } | null {
	const name = childOf(group, 'sn')
	const value = childOf(group, 'sv')
	if (name === undefined || value === undefined) return null
	const picture = childOf(value, 'pict')
	return {
		name: plainText(name, page).trim(),
		value: picture === undefined ? plainText(value, page).trim() : '',
		picture,
	}
}
