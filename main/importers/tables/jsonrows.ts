import { UserError } from '../../../corpus/errors.ts'

/** Objects inside objects, whose names are joined: `user.name`. Deeper ones are shown as JSON. */
const mostLevels = 3
const mostColumns = 500

/**
 * Rows of objects in JSON: one object a line (JSON Lines), or a list of objects, also one that is the only
 * list in an object. The headings are the names of the objects in the order in which they are met; lists
 * of values become lines. Lines that are lists are rows themselves.
 *
 * @throws UserError `refused` where it is no such JSON
 */
export function jsonRows(text: string): readonly (readonly string[])[] {
	const items = itemsOf(text)
	if (items.every(Array.isArray)) return items.map((item) => item.map(shown))
	const columns = new Map<string, number>()
	const records = items.map((item, index) => {
		if (!isObject(item)) throw refusal(`item ${index + 1} is no object with named values`)
		const record = flattened(item)
		for (const name of record.keys()) if (!columns.has(name)) columns.set(name, columns.size)
		if (columns.size > mostColumns)
			throw new UserError(
				'refused',
				'This table is too large: its objects have more than 500 different names.',
			)
		return record
	})
	const names = [...columns.keys()]
	return [names, ...records.map((record) => names.map((name) => record.get(name) ?? ''))]
}

function itemsOf(text: string): readonly unknown[] {
	const whole = parsed(text)
	if (Array.isArray(whole)) return whole
	if (isObject(whole)) {
		const lists = Object.values(whole).filter(
			(value): value is unknown[] => Array.isArray(value) && value.length > 0 && value.every(isObject),
		)
		const [list] = lists
		return lists.length === 1 && list !== undefined ? list : [whole]
	}
	const items: unknown[] = []
	for (const [index, line] of text.split(/\r\n?|\n/).entries()) {
		if (line.trim() === '') continue
		const item = parsed(line)
		if (item === undefined) throw refusal(`line ${index + 1} cannot be understood`)
		items.push(item)
	}
	return items
}

/** Undefined where it is no JSON. */
function parsed(text: string): unknown {
	try {
		return JSON.parse(text)
	} catch {
		return undefined
	}
}

/** The values of an object by their names, those of objects inside it with both names. */
function flattened(item: Readonly<Record<string, unknown>>): ReadonlyMap<string, string> {
	const record = new Map<string, string>()
	const add = (object: Readonly<Record<string, unknown>>, prefix: string, level: number): void => {
		for (const [name, value] of Object.entries(object)) {
			if (isObject(value) && level < mostLevels) add(value, `${prefix}${name}.`, level + 1)
			else record.set(prefix + name, shown(value))
		}
	}
	add(item, '', 1)
	return record
}

function shown(value: unknown): string {
	if (value === null || value === undefined) return ''
	if (typeof value === 'string') return value
	if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join('\n')
	try {
		return JSON.stringify(value)
	} catch {
		throw refusal('its values are nested too deeply')
	}
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value)

const refusal = (why: string): UserError =>
	new UserError('refused', `This file is no table in JSON that could be read: ${why}.`)
