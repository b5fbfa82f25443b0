import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { UsageError } from './terminal.ts'
import type { Given, OptionForm } from './verb.ts'

/**
 * Reads the words and options of a command.
 *
 * @param words without the command's name
 * @param options those that it has
 * @param folder relative paths start here. Absolute.
 * @throws {UsageError} of the first that is not one of these options, or is not written as one
 */
export function givenIn(
	words: readonly string[],
	options: Readonly<Record<string, OptionForm>>,
	folder: string,
): Given {
	const { values, positionals } = parsed(words, options)
	const texts = (option: string): readonly string[] =>
		[values[option] ?? []].flat().filter((value) => typeof value === 'string')
	const given: Given = {
		words: positionals,
		texts,
		text: (option) => texts(option).at(-1),
		choice(option, choices) {
			const value = given.text(option)
			const found = choices.find((choice) => choice === value)
			if (value !== undefined && found === undefined)
				throw new UsageError(`--${option} is one of ${choices.join(', ')}.`)
			return found
		},
		flag: (option) => values[option] === true,
		path: (word) => resolve(folder, word),
	}
	return given
}

/** The words that are neither options nor their values, whatever is wrong with those. */
export const wordsAmong = (
	words: readonly string[],
	options: Readonly<Record<string, OptionForm>>,
): readonly string[] => leniently(words, options).positionals

function parsed(words: readonly string[], options: Readonly<Record<string, OptionForm>>) {
	const read = leniently(words, options)
	for (const token of read.tokens) if (token.kind === 'option') check(token, options)
	return read
}

/** Not by the strict rules of `parseArgs`, whose sentences are for programmers. */
const leniently = (words: readonly string[], options: Readonly<Record<string, OptionForm>>) =>
	parseArgs({ args: [...words], options, allowPositionals: true, strict: false, tokens: true })

interface WrittenOption {
	readonly name: string
	/** With its dashes. */
	readonly rawName: string
	readonly value?: string | undefined
	/** Whether the value stands behind an equals sign. */
	readonly inlineValue?: boolean | undefined
}

function check(
	{ name, rawName, value, inlineValue = false }: WrittenOption,
	options: Readonly<Record<string, OptionForm>>,
): void {
	const form = Object.hasOwn(options, name) ? options[name] : undefined
	if (form === undefined || rawName !== `--${name}`)
		throw new UsageError(`There is no option ${rawName} here.`, 'which there are')
	if (form.type === 'boolean') {
		if (inlineValue) throw new UsageError(`${rawName} takes no value.`)
		return
	}
	const needed = `${rawName} needs ${form.needs ?? 'a value'}`
	if (value === undefined || (value === '' && form.needs !== undefined)) throw new UsageError(`${needed}.`)
	if (!inlineValue && /^-./s.test(value))
		throw new UsageError(`${needed}; one that begins with a dash is written ${rawName}=…`)
}
