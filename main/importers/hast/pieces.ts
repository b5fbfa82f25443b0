import type { ElementContent } from 'hast'
import { make } from './tree.ts'

/** How a piece of a line looks, and where it leads; every name that differs begins another element. */
export interface Look {
	readonly href?: string | undefined
	readonly language?: string | undefined
	readonly code?: boolean
	readonly marked?: boolean
	readonly strong?: boolean
	readonly emphasis?: boolean
	readonly underline?: boolean
	readonly strike?: boolean
	readonly smallCaps?: boolean
	readonly vertical?: 'sup' | 'sub' | undefined
}

/** A piece of a line. Without a look of its own it takes on that of what stands around it. */
export interface Piece {
	readonly content: ElementContent
	readonly look: Look | null
}

type Wrap = (look: Look) => string | undefined

/** From the outside in: the key by which neighbours are joined, and the element around them. */
const layers: readonly (readonly [key: Wrap, around: (key: string) => ReturnType<typeof make>])[] = [
	[(look) => look.href, (href) => make('a', { href })],
	[(look) => look.language, (lang) => make('span', { lang })],
	...flags({ code: 'code', marked: 'mark', strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' }),
	[(look) => (look.smallCaps ? 'on' : undefined), () => make('span', { style: 'font-variant: small-caps' })],
	[(look) => look.vertical, (tag) => make(tag)],
]

type Flag = 'code' | 'marked' | 'strong' | 'emphasis' | 'underline' | 'strike'

function flags(tags: Readonly<Record<Flag, string>>): typeof layers {
	const names: readonly Flag[] = ['code', 'marked', 'strong', 'emphasis', 'underline', 'strike']
	return names.map((name) => [(look) => (look[name] ? 'on' : undefined), () => make(tags[name])])
}

/** Pieces as elements in each other, as few as do: word processors cut lines at every change of anything. */
export function nested(pieces: readonly Piece[]): ElementContent[] {
	let last: Look = pieces.find(({ look }) => look !== null)?.look ?? {}
	const looks = pieces.map(({ content, look }) => {
		last = look ?? last
		return { content, look: last }
	})
	return wrapped(looks, 0)
}

function wrapped(
	pieces: readonly { readonly content: ElementContent; readonly look: Look }[],
	at: number,
): ElementContent[] {
	const layer = layers[at]
	if (layer === undefined) return pieces.map(({ content }) => content)
	const [keyOf, around] = layer
	const found: ElementContent[] = []
	for (let start = 0; start < pieces.length; ) {
		const key = keyOf(pieces[start]?.look ?? {})
		let end = start + 1
		while (end < pieces.length && keyOf(pieces[end]?.look ?? {}) === key) end++
		const inner = wrapped(pieces.slice(start, end), at + 1)
		if (key === undefined) for (const each of inner) found.push(each)
		else {
			const element = around(key)
			element.children = inner
			found.push(element)
		}
		start = end
	}
	return found
}
