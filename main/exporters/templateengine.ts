import {
	type Context,
	type Emitter,
	Liquid,
	type Parser,
	Tag,
	type TagToken,
	type Template,
	type TopLevelToken,
	Value,
} from 'liquidjs'
import { escapeMarkdown, hanging, inline, quoted } from './markdowntext.ts'
import { defuse, markedPart } from './parts.ts'

/** The three texts that a reader may edit. */
export interface TemplateTexts {
	readonly document: string
	readonly theme: string
	readonly passage: string
}

/** A mistake in a template: which of the texts, and what is wrong, with its line. */
export class TemplateMistake extends Error {
	readonly part: keyof TemplateTexts

	constructor(part: keyof TemplateTexts, message: string) {
		super(message)
		this.name = 'TemplateMistake'
		this.part = part
	}
}

export interface TemplateEngine {
	document(values: object): string
	theme(values: object): string
	passage(values: object): string
}

/**
 * Templates in Liquid (liquidjs): a kept library whose templates compute nothing but text and reach only
 * the values they are given. Rendering is bounded, so that a template that never ends is refused.
 *
 * Beside Liquid's own there are the filters
 * `text` (any text as Markdown that shows it), `inline` (the same on one line), `quoted` (one level of
 * block quotation), `hanging: n` (later lines moved right), `yaml` (any value as YAML), `markdown` (the
 * reader's own Markdown, as it is), `linktext` (fit to be shown by a wikilink), `wikilink: words` (a link to
 * a file that shows these words), and the block `{% part name %}…{% endpart %}`, which puts a generated part
 * between markers. `{% passage p %}` shows a passage by the passage's text.
 *
 * @param renderLimit ms that one file may take
 * @throws TemplateMistake when a text cannot be parsed, or later when it cannot be rendered
 */
export function templateEngine(texts: TemplateTexts, renderLimit = 20_000): TemplateEngine {
	const liquid = new Liquid({
		templates: {},
		ownPropertyOnly: true,
		strictFilters: true,
		strictVariables: true,
		lenientIf: true,
		parseLimit: 1e6,
		renderLimit,
		memoryLimit: 1e9,
	})
	liquid.registerFilter('text', (value: unknown) => escapeMarkdown(asText(value)))
	liquid.registerFilter('inline', (value: unknown) => inline(asText(value)))
	liquid.registerFilter('quoted', (value: unknown) => quoted(asText(value)))
	liquid.registerFilter('hanging', (value: unknown, columns: unknown) =>
		hanging(asText(value), Number(columns)),
	)
	liquid.registerFilter('markdown', (value: unknown) => defuse(asText(value).trim()))
	liquid.registerFilter('linktext', (value: unknown) => linkText(asText(value)))
	liquid.registerFilter('wikilink', (file: unknown, words: unknown) =>
		wikilink(asText(file), linkText(asText(words))),
	)
	liquid.registerFilter('yaml', yamlValue)
	liquid.registerTag('part', PartTag)

	const passage = parse(liquid, 'passage', texts.passage)
	const shown = new WeakMap<object, string>()
	liquid.registerTag(
		'passage',
		passageTag((value) => {
			const made = shown.get(value) ?? trimLines(rendered(liquid, 'passage', passage, { passage: value }))
			shown.set(value, made)
			return made
		}),
	)

	const parsed = {
		passage,
		document: parse(liquid, 'document', texts.document),
		theme: parse(liquid, 'theme', texts.theme),
	}
	const renderer = (part: keyof TemplateTexts) => (values: object) =>
		`${trimLines(rendered(liquid, part, parsed[part], values))}\n`
	return { document: renderer('document'), theme: renderer('theme'), passage: renderer('passage') }
}

const linkText = (text: string): string => text.replace(/[|[\]\s]+/g, ' ').trim()

/** Words beside the file only where they are others: a note that is renamed later would keep them. */
const wikilink = (file: string, words: string): string =>
	words === file ? `[[${file}]]` : `[[${file}|${words}]]`

function parse(liquid: Liquid, part: keyof TemplateTexts, text: string): Template[] {
	try {
		return liquid.parse(withoutTagLines(text), part)
	} catch (error) {
		throw new TemplateMistake(part, messageOf(error))
	}
}

const messageOf = (error: unknown): string =>
	(error instanceof Error ? error.message : String(error)).replace(/, file:\S*?(?=, line|$)/, '')

function rendered(liquid: Liquid, part: keyof TemplateTexts, templates: Template[], values: object): string {
	try {
		return String(liquid.renderSync(templates, values))
	} catch (error) {
		throw mistakeIn(error) ?? new TemplateMistake(part, messageOf(error))
	}
}

/** A mistake in the passage's text shows while another text is rendered: Liquid wraps it. */
function mistakeIn(error: unknown): TemplateMistake | null {
	for (let at = error; at instanceof Error; at = 'originalError' in at ? at.originalError : null) {
		if (at instanceof TemplateMistake) return at
	}
	return null
}

/**
 * A line that holds nothing but tags leaves no empty line behind: its line feed goes into the last tag,
 * so that lines are still counted right.
 */
const withoutTagLines = (text: string): string =>
	text
		.replaceAll('\r\n', '\n')
		.replace(/^[ \t]*((?:\{%(?:(?!%\}).)*%\}[ \t]*)+)\n/gm, (_, tags: string) =>
			tags.trimEnd().replace(/%\}$/, '\n%}'),
		)

const trimLines = (text: string): string => text.replace(/^\n+|\n+$/g, '')

const asText = (value: unknown): string =>
	value === null || value === undefined ? '' : typeof value === 'string' ? value : String(value)

/** JSON is YAML of one line; U+2028 and its like are line ends to some YAML readers. */
function yamlValue(value: unknown): string {
	const json = JSON.stringify(value ?? '')
	return json.replace(
		/[\u007f-\u009f\u2028\u2029\ufeff]/g,
		(sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
	)
}

/**
 * `{% passage p %}`. A passage stands in its document's file and in those of its themes: it is rendered
 * once for all of them.
 */
function passageTag(
	show: (passage: object) => string,
): new (
	token: TagToken,
	remain: TopLevelToken[],
	liquid: Liquid,
) => Tag {
	return class extends Tag {
		readonly #passage: Value

		constructor(token: TagToken, remain: TopLevelToken[], liquid: Liquid) {
			super(token, remain, liquid)
			this.#passage = new Value(token.args.trim(), liquid)
		}

		*render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
			const passage = yield this.#passage.value(context, false)
			if (typeof passage !== 'object' || passage === null)
				throw new Error(`${this.token.getText()} names no passage`)
			emitter.write(`${show(passage)}\n`)
		}
	}
}

/** `{% part name %} … {% endpart %}`: what is between them stands between markers in the file. */
class PartTag extends Tag {
	readonly #templates: Template[] = []
	readonly #name: Value

	constructor(token: TagToken, remain: TopLevelToken[], liquid: Liquid, parser: Parser) {
		super(token, remain, liquid)
		this.#name = new Value(token.args.trim(), liquid)
		const stream = parser
			.parseStream(remain)
			.on('tag:endpart', () => {
				stream.stop()
			})
			.on('template', (template: Template) => {
				this.#templates.push(template)
			})
			.on('end', () => {
				throw new Error(`tag ${token.getText()} is not closed by {% endpart %}`)
			})
		stream.start()
	}

	*render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
		const name = asText(yield this.#name.value(context, false))
		const content = trimLines(asText(yield this.liquid.renderer.renderTemplates(this.#templates, context)))
		emitter.write(markedPart(name, content))
	}
}
