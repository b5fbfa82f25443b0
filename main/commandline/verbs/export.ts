import { UsageError } from '../terminal.ts'
import { text, type Verb } from '../verb.ts'
import { columns } from './library.ts'

const exportVerb: Verb = {
	form: 'markdown DIR [--by document|theme|both] [--preset plain|obsidian|logseq|pandoc]',
	about: 'Writes the library as Markdown, or updates what was written there before.',
	words: { least: 2, most: 2 },
	options: { by: text, preset: text },
	async run(session, given) {
		const [format, folder = ''] = given.words
		if (format !== 'markdown') throw new UsageError(`“${format}” is no format: export knows markdown.`)
		const summary = await session.call('export.run', {
			job: session.job(),
			spec: {
				scope: { kind: 'library' },
				by: given.choice('by', ['document', 'theme', 'both']) ?? 'document',
				preset: given.choice('preset', ['plain', 'obsidian', 'logseq', 'pandoc']) ?? 'plain',
				template: null,
				folder: session.token(given.path(folder), folder),
			},
		})
		const files = summary.files.map(({ action, path, problem }) =>
			columns(action, path, ...(problem === null ? [] : [problem])),
		)
		return { lines: [...files, summary.line], json: summary }
	},
}

export const exportVerbs = { export: exportVerb }
