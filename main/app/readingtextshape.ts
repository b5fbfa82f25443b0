import type { Run } from '../../corpus/page.ts'
import type { Block, BlockKind, Container, Mark } from '../../corpus/readingtext.ts'

/**
 * Whether unknown values have the shapes of what reading texts are made of: all keys that must be there, none
 * that is unknown, plain values. A text has many of them: a schema library takes seconds for those of one
 * book, these take milliseconds. What they mean together is `checkReadingText`'s to say.
 */

type Check = (value: unknown) => boolean

const isText: Check = (value) => typeof value === 'string'
const isShort: Check = (value) => typeof value === 'string' && value.length <= 10_000
const isFlag: Check = (value) => typeof value === 'boolean'
const isInteger: Check = Number.isSafeInteger
const isNumber: Check = Number.isFinite
const isOffset: Check = (value) => Number.isSafeInteger(value) && Number(value) >= 0
const isLevel: Check = (value) => isOffset(value) && Number(value) >= 1 && Number(value) <= 6
const isTrue: Check = (value) => value === true
const nullOr =
	(check: Check): Check =>
	(value) =>
		value === null || check(value)
const oneOf =
	(...values: readonly string[]): Check =>
	(value) =>
		typeof value === 'string' && values.includes(value)

interface Shape {
	readonly required: Readonly<Record<string, Check>>
	readonly optional?: Readonly<Record<string, Check>>
}

function checker({ required, optional = {} }: Shape): (value: object) => boolean {
	const checks = new Map(Object.entries({ ...required, ...optional }))
	const names = Object.keys(required)
	return (value) => {
		for (const [name, part] of Object.entries(value)) {
			const check = checks.get(name)
			if (check === undefined || !check(part)) return false
		}
		return names.every((name) => Object.hasOwn(value, name))
	}
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

/** One of several shapes, told apart by `kind`. */
function union(shapes: Readonly<Record<string, Shape>>): Check {
	const checks = new Map(
		Object.entries(shapes).map(([kind, { required, optional = {} }]) => [
			kind,
			checker({ required: { kind: isText, ...required }, optional }),
		]),
	)
	return (value) => {
		if (!isRecord(value) || !('kind' in value) || typeof value.kind !== 'string') return false
		return checks.get(value.kind)?.(value) ?? false
	}
}

const range = { start: isOffset, end: isOffset }
const direction = oneOf('ltr', 'rtl')

const blockKinds = {
	paragraph: true,
	heading: true,
	preformatted: true,
	verse: true,
	picture: true,
	caption: true,
	term: true,
	definition: true,
	rule: true,
	furniture: true,
} as const satisfies Record<BlockKind, true>

const block = checker({
	required: { ...range, kind: oneOf(...Object.keys(blockKinds)), container: nullOr(isOffset) },
	optional: {
		level: isLevel,
		id: isText,
		language: isShort,
		direction,
		align: oneOf('start', 'center', 'end'),
	},
})

const parent = { parent: nullOr(isOffset) }
const plainContainer: Shape = { required: parent }

const containers = {
	quotation: plainContainer,
	figure: plainContainer,
	aside: plainContainer,
	definitions: plainContainer,
	list: { required: { ...parent, ordered: isFlag }, optional: { first: isInteger } },
	item: { required: parent, optional: { checked: isFlag } },
	table: plainContainer,
	row: plainContainer,
	cell: { required: { ...parent, header: isFlag }, optional: { columns: isOffset, rows: isOffset } },
	footnote: { required: { ...parent, id: isText, label: isText } },
} as const satisfies Record<Container['kind'], Shape>

const plainMark: Shape = { required: range }

const marks = {
	emphasis: plainMark,
	strong: plainMark,
	code: plainMark,
	strikethrough: plainMark,
	underline: plainMark,
	superscript: plainMark,
	subscript: plainMark,
	'small-caps': plainMark,
	marked: plainMark,
	link: {
		required: { ...range, href: (value) => isText(value) && /^(https?:|mailto:|#)/i.test(String(value)) },
	},
	'footnote-call': { required: { ...range, footnote: isText } },
	picture: { required: { ...range, asset: nullOr(isText), alt: isText } },
	page: { required: { ...range, label: isText } },
	speaker: { required: { ...range, name: isText } },
	time: { required: { ...range, from: isNumber }, optional: { to: isNumber } },
	language: { required: { ...range, language: isShort }, optional: { direction } },
} as const satisfies Record<Mark['kind'], Shape>

const run = checker({
	required: {
		...range,
		...{ x: isNumber, y: isNumber, width: isNumber, height: isNumber, angle: isNumber },
	},
	optional: { vertical: isTrue },
})

const listOf =
	<Item>(check: Check) =>
	(value: unknown): value is readonly Item[] =>
		Array.isArray(value) && value.every((item) => check(item))

export const areBlocks = listOf<Block>((value) => isRecord(value) && block(value))
export const areContainers = listOf<Container>(union(containers))
export const areMarks = listOf<Mark>(union(marks))
export const areRuns = listOf<Run>((value) => isRecord(value) && run(value))
