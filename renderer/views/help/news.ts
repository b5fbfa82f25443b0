import changelog from '../../../CHANGELOG.md?raw'
import { type Release, readChangelog } from '../../../corpus/changelog.ts'

/** What is new, in Markdown, the newest first. @param releases those of CHANGELOG.md unless told */
export function newsText(releases: readonly Release[] = readChangelog(changelog)): string {
	const list = (heading: string, lines: readonly string[]) =>
		lines.length === 0 ? [] : [`### ${heading}`, lines.map((line) => `- ${line}`).join('\n')]
	const versions = releases.flatMap(({ version, features, fixes }) => [
		version === null ? '## Not released yet' : `## Version ${version}`,
		...list('New', features),
		...list('Fixed', fixes),
	])
	return ['# What’s new', ...versions].join('\n\n')
}
