/** What is new in one version, as CHANGELOG.md has it: Markdown of one line each. */
export interface Release {
	/** Null: not released yet. */
	readonly version: string | null
	readonly features: readonly string[]
	readonly fixes: readonly string[]
}

/**
 * Reads CHANGELOG.md: a heading of the second level for each version, below it lines that begin with `- FEATURE:`
 * or `- FIX:`. Anything else is left aside, and so is a version without such lines.
 */
export function readChangelog(text: string): readonly Release[] {
	const [, ...sections] = text.replace(/\r\n/g, '\n').split(/^## /m)
	return sections
		.map((section): Release => {
			const [heading = '', ...lines] = section.split('\n')
			const entries = (kind: string) =>
				lines
					.filter((line) => line.startsWith(`- ${kind}: `))
					.map((line) => line.slice(kind.length + 4).trim())
			const [version = null] = /^\d+\.\d+\.\d+\S*/.exec(heading) ?? []
			return { version, features: entries('FEATURE'), fixes: entries('FIX') }
		})
		.filter(({ features, fixes }) => features.length + fixes.length > 0)
}
