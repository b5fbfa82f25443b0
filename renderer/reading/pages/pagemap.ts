import { OffsetMap, type Position, TextMap } from '../offsets.ts'
import { indexAt, type PageLayer } from './pagetext.ts'

/** A layer in the page: one node with all of its text, or, once it was laid out, one for each run. */
export interface MountedLayer extends PageLayer {
	readonly element: HTMLElement
	map: TextMap
	isLaidOut: boolean
}

/**
 * The map of a text on pages. Its layers stand in the order of the text, and each has a map of its own,
 * so that a layer may get other nodes without any change in the others.
 */
export class PageMap extends OffsetMap {
	readonly root: HTMLElement
	readonly length: number
	readonly #layers: readonly MountedLayer[]
	readonly #byElement: ReadonlyMap<Element, MountedLayer>

	constructor(root: HTMLElement, layers: readonly MountedLayer[]) {
		super()
		this.root = root
		this.length = layers.at(-1)?.end ?? 0
		this.#layers = layers
		this.#byElement = new Map(layers.map((layer) => [layer.element, layer]))
	}

	override position(offset: number, lean: 'forward' | 'backward'): Position {
		const within = Math.min(Math.max(0, offset), this.length)
		const index = indexAt(this.#layers, within)
		const layer = this.#layers[index]
		const before = this.#layers[index - 1]
		if (layer?.start === within && lean === 'backward' && before) return before.map.position(within, lean)
		return layer?.map.position(within, lean) ?? { node: this.root, offset: this.root.childNodes.length }
	}

	override offset(node: Node, offset: number): number {
		const layer = this.layerOf(node)
		if (layer) return layer.map.offset(node, offset)
		const point = this.root.ownerDocument.createRange()
		point.setStart(node, offset)
		point.collapse(true)
		const next = this.#layers.findIndex(({ element }) => point.comparePoint(element, 0) >= 0)
		return this.#layers[next]?.start ?? this.length
	}

	/** The layer that a node lies in; null: in none. */
	layerOf(node: Node): MountedLayer | null {
		const element = node instanceof Element ? node : node.parentElement
		const holder = element?.closest('.page-layer')
		return (holder && this.#byElement.get(holder)) ?? null
	}
}

/** Shows all of a layer's text as one node: enough for ranges, and nothing that has to be laid out. */
export function mountedLayer(layer: PageLayer, text: string, document: Document): MountedLayer {
	const element = document.createElement('div')
	element.className = 'page-layer'
	const node = document.createTextNode(text.slice(layer.start, layer.end))
	element.append(node)
	return { ...layer, element, map: new TextMap(element, [node], [layer.start]), isLaidOut: false }
}
