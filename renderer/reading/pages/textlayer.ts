import type { Run } from '../../../corpus/page.ts'
import { TextMap } from '../offsets.ts'
import type { MountedLayer } from './pagemap.ts'

/** What says how wide a text is in the typeface of the text layer. */
export interface Ruler {
	/** Height of a line as a multiple of the type size. */
	readonly line: number
	/** Width of a text at a type size of 1. */
	width(text: string): number
}

const face = 'sans-serif'

/** Measures with a canvas. */
export function rulerOf(document: Document): Ruler {
	const context = document.createElement('canvas').getContext('2d')
	if (!context) return { line: 1.15, width: (text) => text.length / 2 }
	context.font = `100px ${face}`
	const { fontBoundingBoxAscent, fontBoundingBoxDescent } = context.measureText('x')
	return {
		line: (fontBoundingBoxAscent + fontBoundingBoxDescent) / 100 || 1.15,
		width: (text) => context.measureText(text).width / 100,
	}
}

/** Hebrew, Arabic and their kin. */
const rightToLeft = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFF]/

/**
 * Puts the text of a layer where it stands on its page: one element for each run, scaled to the run's box.
 * The text stays what it was, to the letter; only its nodes are others, and the layer's map knows them.
 */
export function layOutText(layer: MountedLayer, text: string, ruler: Ruler): void {
	if (layer.isLaidOut) return
	const { ownerDocument } = layer.element
	const nodes: Text[] = []
	const starts: number[] = []
	const content = ownerDocument.createDocumentFragment()
	const add = (parent: Node, start: number, end: number) => {
		if (start >= end) return
		const node = ownerDocument.createTextNode(text.slice(start, end))
		parent.appendChild(node)
		nodes.push(node)
		starts.push(start)
	}
	const addGap = (parent: Node, start: number, end: number) => {
		if (start >= end) return
		const gap = ownerDocument.createElement('span')
		gap.className = 'gap'
		add(gap, start, end)
		parent.appendChild(gap)
	}
	addGap(content, layer.start, layer.runs[0]?.start ?? layer.end)
	for (const [index, run] of layer.runs.entries()) {
		const words = text.slice(run.start, run.end)
		const next = layer.runs[index + 1]?.start ?? layer.end
		const element = ownerDocument.createElement('span')
		place(element, run, words, ruler)
		// A space has the width of one, so that what is painted has no holes between two runs of a line.
		const isSpace = next === run.end + 1 && text[run.end] === ' ' && !rightToLeft.test(words)
		add(element, run.start, isSpace ? next : run.end)
		if (!isSpace) addGap(element, run.end, next)
		content.append(element)
	}
	layer.element.replaceChildren(content)
	layer.element.classList.add('laid-out')
	layer.map = new TextMap(layer.element, nodes, starts)
	layer.isLaidOut = true
}

/** In points, which are px inside of a layer: the layer itself is scaled as the reader zooms. */
function place(element: HTMLElement, run: Run, words: string, ruler: Ruler): void {
	const { style } = element
	const thickness = run.vertical ? run.width : run.height
	const length = run.vertical ? run.height : run.width
	const size = thickness / ruler.line
	const natural = ruler.width(words) * size
	const stretch = natural > 0 && length > 0 ? length / natural : 1
	style.left = `${run.x}px`
	style.top = `${run.y}px`
	style.fontSize = `${size}px`
	style.lineHeight = `${thickness}px`
	const turn = run.angle === 0 ? '' : `rotate(${run.angle}deg) `
	style.transform = run.vertical ? `${turn}scaleY(${stretch})` : `${turn}scaleX(${stretch})`
	if (run.vertical) element.className = 'vertical'
}
