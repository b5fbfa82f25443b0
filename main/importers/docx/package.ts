import { UserError } from '../../../corpus/errors.ts'
import type { Archive } from '../archive/archive.ts'
import { attribute, children, parseXml, type XmlElement } from '../xml/xml.ts'

/** Where a relationship of a part leads (ECMA-376, part 2). */
export interface Relationship {
	/** The last word of its type, which strict and transitional files share: `styles`, `image`, `hyperlink`. */
	readonly type: string
	/** A name in the archive; of an external one an address. */
	readonly target: string
	readonly external: boolean
}

/** One XML file of a package, and what it refers to by ids. */
export interface Part {
	readonly root: XmlElement
	readonly relationships: ReadonlyMap<string, Relationship>
}

/** A package in the manner of the Office formats: parts that refer to each other. */
export interface Package {
	readonly main: Part
	/** The first part that the main one refers to in this way; null where it is missing or damaged. */
	related(type: string): Promise<Part | null>
	/** All of them, by the ids of their relationships. */
	allRelated(type: string): Promise<ReadonlyMap<string, Part>>
	/** A part that the package itself refers to, such as `core-properties`. */
	own(type: string): Promise<Part | null>
	read(target: string): Promise<Uint8Array | null>
}

/** More parts of one type (running heads) are not looked at. */
const maxParts = 200

/** @throws UserError `refused` where the main part is missing or damaged */
export async function openPackage(archive: Archive): Promise<Package> {
	const names = new Map(archive.names.map((name) => [name.toLowerCase(), name]))
	const nameOf = (target: string) => names.get(target.toLowerCase()) ?? target
	const relationshipsOf = async (source: string) => {
		const slash = source.lastIndexOf('/') + 1
		const name = `${source.slice(0, slash)}_rels/${source.slice(slash)}.rels`
		const text = await archive.text(nameOf(name))
		return text === null ? [] : (parsed(text)?.children ?? []).flatMap((each) => relationship(each, source))
	}
	const partOf = async (target: string, root: XmlElement): Promise<Part> => ({
		root,
		relationships: new Map(await relationshipsOf(target)),
	})
	const optional = async (target: string) => {
		const text = await archive.text(nameOf(target))
		const root = text === null ? null : parsed(text)
		return root === null ? null : partOf(target, root)
	}
	const own = [...new Map(await relationshipsOf('')).values()]
	const first = own.find(({ type, external }) => type === 'officeDocument' && !external)
	const mainName = first?.target ?? 'word/document.xml'
	const mainText = await archive.text(nameOf(mainName))
	if (mainText === null)
		throw new UserError('refused', 'The file is damaged: the part that holds its text is missing.')
	const main = await partOf(mainName, parseXml(mainText))
	const allRelated = async (type: string, most = maxParts) => {
		const found = new Map<string, Part>()
		for (const [id, each] of main.relationships) {
			if (found.size >= most) break
			if (each.type !== type || each.external) continue
			const part = await optional(each.target)
			if (part !== null) found.set(id, part)
		}
		return found
	}
	return {
		main,
		allRelated,
		related: async (type) => [...(await allRelated(type, 1)).values()][0] ?? null,
		async own(type) {
			const found = own.find((each) => each.type === type && !each.external)
			return found === undefined ? null : optional(found.target)
		},
		read: (target) => archive.read(nameOf(target)),
	}
}

function parsed(text: string): XmlElement | null {
	try {
		return parseXml(text)
	} catch (error) {
		if (error instanceof UserError) return null
		throw error
	}
}

function relationship(
	element: XmlElement | string,
	source: string,
): readonly (readonly [id: string, Relationship])[] {
	if (typeof element === 'string' || element.name !== 'Relationship') return []
	const [id, type, target] = ['Id', 'Type', 'Target'].map((name) => attribute(element, name))
	if (!id || !type || !target) return []
	const external = attribute(element, 'TargetMode') === 'External'
	const kind = type.slice(type.lastIndexOf('/') + 1)
	return [[id, { type: kind, external, target: external ? target : resolve(target, source) }]]
}

/** A target as a name in the archive: relative to the folder of its source, or from the top. */
function resolve(target: string, source: string): string {
	const path: string[] = target.startsWith('/') ? [] : source.split('/').slice(0, -1)
	for (const step of target.split('/'))
		if (step === '..') path.pop()
		else if (step !== '' && step !== '.') path.push(step)
	return path.join('/')
}

/** The value of a child's `val`; null without child or value. */
export function valueIn(element: XmlElement | null, name: string): string | null {
	const found = element === null ? undefined : children(element, name)[0]
	return found === undefined ? null : attribute(found, 'val')
}
