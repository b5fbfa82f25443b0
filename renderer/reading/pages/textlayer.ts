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
		if (start >= end) return null
		const gap = ownerDocument.createElement('span')
		gap.className = 'gap'
		add(gap, start, end)
		parent.appendChild(gap)
		return gap
	}
	addGap(content, layer.start, layer.runs[0]?.start ?? layer.end)
	for (const [index, run] of layer.runs.entries()) {
		const words = text.slice(run.start, run.end)
		const next = layer.runs[index + 1]
		const end = next?.start ?? layer.end
		const element = ownerDocument.createElement('span')
		const stretch = place(element, run, words, ruler)
		add(element, run.start, run.end)
		const gap = addGap(element, run.end, end)
		// What is painted has no hole between two words of a line, however far they stand apart.
		const room = next && end === run.end + 1 && text[run.end] === ' ' ? roomBetween(run, next) : 0
		if (gap && room > 0 && !rightToLeft.test(words)) {
			gap.className = 'space'
			gap.style.letterSpacing = `${room / stretch - ruler.width(' ') * sizeOf(run, ruler)}px`
		}
		content.append(element)
	}
	layer.element.replaceChildren(content)
	layer.element.classList.add('laid-out')
	layer.map = new TextMap(layer.element, nodes, starts)
	layer.isLaidOut = true
}

/** The room between two runs that stand on one line, the second behind the first; 0 where they do not. */
function roomBetween(run: Run, next: Run): number {
	const isOneLine = Math.abs(next.y + next.height / 2 - run.y - run.height / 2) < run.height / 2
	const isUpright = run.angle === 0 && next.angle === 0 && !run.vertical && !next.vertical
	return isOneLine && isUpright ? Math.max(0, next.x - run.x - run.width) : 0
}

const sizeOf = (run: Run, ruler: Ruler): number => (run.vertical ? run.width : run.height) / ruler.line

/**
 * In points, which are px inside of a layer: the layer itself is scaled as the reader zooms.
 * @returns by how much the words are stretched to the length of the run
 */
function place(element: HTMLElement, run: Run, words: string, ruler: Ruler): number {
	const { style } = element
	const length = run.vertical ? run.height : run.width
	const size = sizeOf(run, ruler)
	const natural = ruler.width(words) * size
	const stretch = natural > 0 && length > 0 ? length / natural : 1
	style.left = `${run.x}px`
	style.top = `${run.y}px`
	style.fontSize = `${size}px`
	style.lineHeight = `${size * ruler.line}px`
	const turn = run.angle === 0 ? '' : `rotate(${run.angle}deg) `
	style.transform = run.vertical ? `${turn}scaleY(${stretch})` : `${turn}scaleX(${stretch})`
	if (run.vertical) element.className = 'vertical'
	return stretch
}
