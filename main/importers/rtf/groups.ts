import type { Token } from './tokens.ts'

/** A group of RTF as a tree: for tables in the head, instructions and other parts that are no flow of text. */
export interface Group {
	readonly items: readonly GroupItem[]
}

export type GroupItem =
	| Exclude<Token, { kind: 'open' } | { kind: 'close' }>
	| ({ readonly kind: 'group' } & Group)

/** Groups nested deeper are taken as if their braces were not there. */
const maxDepth = 200

/** The rest of the group in which the tokens stand, its closing brace consumed. Does not recurse. */
export function readGroup(tokens: Iterator<Token, void, void>): Group {
	const root: GroupItem[] = []
	const stack: GroupItem[][] = [root]
	let beyond = 0
	for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
		const token = next.value
		if (token.kind === 'open') {
			if (stack.length > maxDepth) beyond++
			else {
				const items: GroupItem[] = []
				stack.at(-1)?.push({ kind: 'group', items })
				stack.push(items)
			}
		} else if (token.kind !== 'close') stack.at(-1)?.push(token)
		else if (beyond > 0) beyond--
		else {
			stack.pop()
			if (stack.length === 0) break
		}
	}
	return { items: root }
}

/** Passes over the rest of the group in which the tokens stand. */
export function skipGroup(tokens: Iterator<Token, void, void>): void {
	let depth = 1
	for (let next = tokens.next(); next.done !== true; next = tokens.next()) {
		if (next.value.kind === 'open') depth++
		else if (next.value.kind === 'close' && --depth === 0) return
	}
}

/** The groups directly in a group. */
export function groupsIn({ items }: Group): readonly Group[] {
	return items.filter((item) => item.kind === 'group')
}

/** The first words of a group, `\*` left out: which destination it is. */
export function destinationOf({ items }: Group): string | null {
	for (const item of items) {
		if (item.kind === 'word' && item.name !== '*') return item.name
		if (item.kind !== 'word') return null
	}
	return null
}

/** The number of a word directly in the group; null: it is not there, or has none. */
export function numberOf({ items }: Group, name: string): number | null {
	for (const item of items) if (item.kind === 'word' && item.name === name) return item.value
	return null
}

/** Whether a word stands directly in the group. */
export const hasWord = ({ items }: Group, name: string): boolean =>
	items.some((item) => item.kind === 'word' && item.name === name)

/** The first group directly in this one that is of the destination. */
export const childOf = (group: Group, destination: string): Group | undefined =>
	groupsIn(group).find((inner) => destinationOf(inner) === destination)
