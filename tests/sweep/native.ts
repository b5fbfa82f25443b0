/**
 * The plain text of a document in pandoc's `native` format: its syntax tree as Haskell shows it. Read by the
 * constructors' names, so that trees of old and new versions of pandoc are understood alike.
 */

/** A value as Haskell writes it. */
type Value =
	| { readonly kind: 'string'; readonly text: string }
	| { readonly kind: 'number' }
	| { readonly kind: 'list' | 'tuple' | 'record'; readonly items: readonly Value[] }
	| { readonly kind: 'made'; readonly name: string; readonly given: readonly Value[] }

/**
 * The words of the tree: the body, then the bodies of its notes.
 * Blocks are separated by line feeds. Alternative texts, raw markup and what was deleted or commented on by
 * tracked changes are left out.
 *
 * @param metadata what the file says of itself (a title, authors, …) comes first
 * @throws Error where it is no such tree
 */
export function textOfNative(native: string, metadata: boolean): string {
	const notes: Value[] = []
	const tree = parse(native)
	// `Pandoc (Meta …) blocks`, of old without the brackets: what comes last is the body.
	const whole = tree.kind === 'made' && tree.name === 'Pandoc' ? tree.given : [tree]
	const body = (metadata ? whole : whole.slice(-1)).map((part) => textOf(part, notes)).join('')
	const parts = [body]
	// A note may call another.
	for (const note of notes) parts.push(textOf(note, notes))
	return parts.join('\n')
}

const blocks = new Set([
	'Para',
	'Plain',
	'Header',
	'CodeBlock',
	'BlockQuote',
	'Cell',
	'Row',
	'Caption',
	'Figure',
	'Div',
	'MetaInlines',
	'MetaBlocks',
])
const literal = new Set(['Str', 'Code', 'CodeBlock', 'Math', 'MetaString'])
const silent = new Set(['RawInline', 'RawBlock', 'Image', 'Format'])
const unwanted = /^(deletion|paragraph-deletion|comment-start|comment-end)$/

function textOf(value: Value, notes: Value[]): string {
	switch (value.kind) {
		case 'string':
		case 'number':
		case 'tuple':
			return ''
		case 'list':
		case 'record':
			return value.items.map((item) => textOf(item, notes)).join('')
		case 'made':
			return textOfMade(value.name, value.given, notes)
	}
}

function textOfMade(name: string, given: readonly Value[], notes: Value[]): string {
	const all = () => given.map((each) => textOf(each, notes)).join('')
	if (silent.has(name)) return ''
	if (literal.has(name)) {
		const last = given.at(-1)
		return `${last?.kind === 'string' ? last.text : ''}${blocks.has(name) ? '\n' : ''}`
	}
	switch (name) {
		case 'Space':
		case 'SoftBreak':
			return ' '
		case 'LineBreak':
			return '\n'
		case 'Note':
			notes.push(...given)
			return ''
		case 'Quoted': {
			const [how] = given
			const single = how?.kind === 'made' && how.name === 'SingleQuote'
			return single ? `‘${all()}’` : `“${all()}”`
		}
		case 'Span':
		case 'Div':
			if (classesOf(given[0]).some((each) => unwanted.test(each))) return ''
			return blocks.has(name) ? `${all()}\n` : all()
		case 'LineBlock':
			return given
				.flatMap((lines) => (lines.kind === 'list' ? lines.items : []))
				.map((line) => `${textOf(line, notes)}\n`)
				.join('')
		case 'DefinitionList':
			return given.map((each) => definitions(each, notes)).join('')
		default:
			return blocks.has(name) ? `${all()}\n` : all()
	}
}

/** A list of pairs: a term, and its definitions. */
function definitions(list: Value, notes: Value[]): string {
	if (list.kind !== 'list') return ''
	const parts = list.items.flatMap((pair) => (pair.kind === 'tuple' ? pair.items : []))
	return parts.map((part) => `${textOf(part, notes)}\n`).join('')
}

/** The second member of an element's attributes. */
function classesOf(attributes: Value | undefined): readonly string[] {
	const classes = attributes?.kind === 'tuple' ? attributes.items[1] : undefined
	return classes?.kind === 'list'
		? classes.items.flatMap((each) => (each.kind === 'string' ? [each.text] : []))
		: []
}

interface Reader {
	readonly tokens: readonly string[]
	at: number
}

/** Strings, names, numbers, signs; everything else is white space. */
const token = /"(?:[^"\\]|\\[\s\S])*"|[A-Za-z_][\w.']*|-?\d[\d.]*(?:e-?\d+)?|%|[[\](){},=]/g

/**
 * Small trees only, one pass: tests hand over what pandoc wrote, nothing hostile.
 * @throws Error where a bracket is missing
 */
function parse(native: string): Value {
	const reader: Reader = { tokens: native.match(token) ?? [], at: 0 }
	const value = application(reader)
	if (reader.at < reader.tokens.length) throw new Error(`Unexpected ${reader.tokens[reader.at]}.`)
	return value
}

/** A constructor with its arguments, or one value. */
function application(reader: Reader): Value {
	const first = atom(reader)
	if (first.kind !== 'made' || first.given.length > 0) {
		skipRatio(reader)
		return first
	}
	const given: Value[] = []
	while (beginsValue(reader.tokens[reader.at])) given.push(atom(reader))
	return { ...first, given }
}

const beginsValue = (next: string | undefined) => next !== undefined && !/^[\]),}=%]$/.test(next)

/** `1 % 2`, a share. */
function skipRatio(reader: Reader): void {
	if (reader.tokens[reader.at] !== '%') return
	reader.at++
	atom(reader)
}

function atom(reader: Reader): Value {
	const next = reader.tokens[reader.at++]
	if (next === undefined) throw new Error('The tree ends too early.')
	if (next.startsWith('"')) return { kind: 'string', text: unescaped(next.slice(1, -1)) }
	if (next === '[') return { kind: 'list', items: items(reader, ']') }
	if (next === '{') return { kind: 'record', items: items(reader, '}') }
	if (next === '(') {
		const members = items(reader, ')')
		const [only] = members
		return members.length === 1 && only ? only : { kind: 'tuple', items: members }
	}
	if (/^[-\d]/.test(next)) return { kind: 'number' }
	if (/^\W/.test(next)) throw new Error(`Unexpected ${next}.`)
	// Fields of a record are `name = value`; maps are `fromList [(key, value)]`, of which the values count.
	if (reader.tokens[reader.at] === '=') {
		reader.at++
		return application(reader)
	}
	if (next === 'fromList') return { kind: 'list', items: valuesOf(atom(reader)) }
	return { kind: 'made', name: next, given: [] }
}

function items(reader: Reader, end: string): readonly Value[] {
	const found: Value[] = []
	while (reader.tokens[reader.at] !== end) {
		found.push(application(reader))
		if (reader.tokens[reader.at] === ',') reader.at++
		else if (reader.tokens[reader.at] !== end) throw new Error(`A ${end} is missing.`)
	}
	reader.at++
	return found
}

const valuesOf = (map: Value): readonly Value[] =>
	map.kind === 'list' ? map.items.flatMap((pair) => (pair.kind === 'tuple' ? pair.items.slice(1) : [])) : []

const controls: Readonly<Record<string, string>> = {
	n: '\n',
	t: '\t',
	r: '\r',
	f: '\f',
	v: '\v',
	b: '\b',
	a: '\u0007',
}

/** Haskell's escapes: `\n`, `\"`, `\8217`, `\x2019`, and `\&`, which stands for nothing. */
const unescaped = (text: string): string =>
	text.replace(/\\(?:(\d+)|x([\da-fA-F]+)|&|\s+\\|([\s\S]))/g, (_, decimal, hex, sign) => {
		if (decimal) return String.fromCodePoint(Number(decimal))
		if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
		return sign === undefined ? '' : (controls[sign] ?? sign)
	})
