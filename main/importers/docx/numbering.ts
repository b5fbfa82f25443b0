import { attribute, child, children, type XmlElement } from '../xml/xml.ts'
import { valueIn } from './package.ts'
import { integer } from './properties.ts'
import type { Stylesheet } from './stylesheet.ts'

/** A paragraph's place in a list. */
export interface ListPlace {
	/** Which list: paragraphs of the same count on. */
	readonly list: string
	/** From 0. */
	readonly level: number
	/** Null: a bullet. */
	readonly number: number | null
}

interface Level {
	/** `bullet`, `decimal`, `none`, … */
	readonly format: string
	readonly text: string
	readonly start: number
	readonly restarts: boolean
	readonly style: string | null
}

interface NumberedList {
	readonly abstract: string
	readonly levels: ReadonlyMap<number, Level>
	readonly startOverrides: ReadonlyMap<number, number>
}

const maxLevel = 8

/** The numbers of list paragraphs, asked for in the order of the text. */
export class Numbering {
	readonly #lists: ReadonlyMap<string, NumberedList>
	/** Last numbers by abstract list and level. */
	readonly #counters = new Map<string, (number | undefined)[]>()
	/** Lists whose own starting number was used: id and level. */
	readonly #started = new Set<string>()

	/** @param root of the part `numbering`; null where there is none */
	constructor(root: XmlElement | null, styles: Stylesheet) {
		this.#lists = root === null ? new Map() : readLists(root, styles)
	}

	/**
	 * The next number of a list. Null where the paragraph shows no number or bullet.
	 *
	 * @param level undefined: the one that is bound to the style
	 */
	next(id: string, level: number | undefined, style: string | null): ListPlace | null {
		const list = this.#lists.get(id)
		if (list === undefined) return null
		const at = Math.min(maxLevel, Math.max(0, level ?? levelOfStyle(list, style) ?? 0))
		const found = list.levels.get(at)
		if (found === undefined || (found.format === 'none' && found.text === '')) return null
		const number = this.#count(id, list, at, found)
		const isBullet = found.format === 'bullet' || !/%\d/.test(found.text)
		return { list: list.abstract, level: at, number: isBullet ? null : number }
	}

	#count(id: string, list: NumberedList, at: number, level: Level): number {
		const counters = this.#counters.get(list.abstract) ?? []
		this.#counters.set(list.abstract, counters)
		const override = list.startOverrides.get(at)
		const key = `${id} ${at}`
		const last = counters[at]
		const number =
			override !== undefined && !this.#started.has(key)
				? override
				: last === undefined
					? level.start
					: last + 1
		this.#started.add(key)
		counters[at] = number
		for (let below = at + 1; below <= maxLevel; below++)
			if (list.levels.get(below)?.restarts !== false) counters[below] = undefined
		return number
	}
}

function levelOfStyle(list: NumberedList, style: string | null): number | undefined {
	if (style === null) return undefined
	for (const [at, level] of list.levels) if (level.style === style) return at
	return undefined
}

function readLists(root: XmlElement, styles: Stylesheet): ReadonlyMap<string, NumberedList> {
	const abstracts = new Map<string, XmlElement>()
	for (const element of children(root, 'abstractNum')) {
		const id = attribute(element, 'abstractNumId')
		if (id !== null) abstracts.set(id, element)
	}
	const numbers = new Map<string, XmlElement>()
	for (const element of children(root, 'num')) {
		const id = attribute(element, 'numId')
		if (id !== null && !numbers.has(id)) numbers.set(id, element)
	}
	const levels = new Map<string, ReadonlyMap<number, Level>>()
	const levelsOf = (abstract: string): ReadonlyMap<number, Level> => {
		const known = levels.get(abstract)
		if (known !== undefined) return known
		const element = abstracts.get(abstract)
		const found = element === undefined ? new Map() : readLevels(element)
		levels.set(abstract, found)
		return found
	}
	const lists = new Map<string, NumberedList>()
	for (const [id, element] of numbers) {
		const abstract = linked(valueIn(element, 'abstractNumId') ?? '', abstracts, numbers, styles)
		const startOverrides = new Map<number, number>()
		const own = new Map(levelsOf(abstract))
		for (const override of children(element, 'lvlOverride')) {
			const at = integer(attribute(override, 'ilvl'))
			if (at === null) continue
			const start = integer(valueIn(override, 'startOverride'))
			if (start !== null) startOverrides.set(at, start)
			const level = child(override, 'lvl')
			if (level !== null) own.set(at, readLevel(level))
		}
		lists.set(id, { abstract, levels: own, startOverrides })
	}
	return lists
}

/** A list may be given by the name of a style, which names the list in its turn. */
function linked(
	abstract: string,
	abstracts: ReadonlyMap<string, XmlElement>,
	numbers: ReadonlyMap<string, XmlElement>,
	styles: Stylesheet,
): string {
	const style = valueIn(abstracts.get(abstract) ?? null, 'numStyleLink')
	if (style === null) return abstract
	const number = styles.style(style)?.paragraph.numbering?.id
	const target = number === undefined ? null : valueIn(numbers.get(number) ?? null, 'abstractNumId')
	return target ?? abstract
}

function readLevels(element: XmlElement): ReadonlyMap<number, Level> {
	const found = new Map<number, Level>()
	for (const level of children(element, 'lvl')) {
		const at = integer(attribute(level, 'ilvl'))
		if (at !== null && at >= 0 && at <= maxLevel) found.set(at, readLevel(level))
	}
	return found
}

const readLevel = (element: XmlElement): Level => ({
	format: valueIn(element, 'numFmt') ?? 'decimal',
	text: valueIn(element, 'lvlText') ?? '',
	start: integer(valueIn(element, 'start')) ?? 0,
	restarts: valueIn(element, 'lvlRestart') !== '0',
	style: valueIn(element, 'pStyle'),
})
