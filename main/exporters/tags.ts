/** A theme as far as its tag depends on it. */
export interface TagSource {
	readonly id: string
	readonly name: string
	readonly parent: string | null
}

/** A name as one level of a tag: letters, digits, `-` and `_`, not digits alone. */
export function tagName(name: string): string {
	const slug = name
		.normalize('NFC')
		.toLowerCase()
		.replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
		.replace(/-{2,}/g, '-')
		.replace(/^-+|-+$/g, '')
	if (slug === '') return 'theme'
	return /^[\p{N}\p{M}-]+$/u.test(slug) ? `t${slug}` : slug
}

/**
 * A valid tag (without `#`) for every theme, all of them different: `trade/tariffs`. Where two siblings
 * would get the same, the one made first (ids sort by time) keeps the plain form.
 */
export function tagsOf(themes: readonly TagSource[]): ReadonlyMap<string, string> {
	const children = new Map<string | null, TagSource[]>()
	for (const theme of themes) {
		const siblings = children.get(theme.parent)
		if (siblings) siblings.push(theme)
		else children.set(theme.parent, [theme])
	}
	const tags = new Map<string, string>()
	const waiting: { parent: string | null; prefix: string }[] = [{ parent: null, prefix: '' }]
	for (let level = waiting.pop(); level; level = waiting.pop()) {
		const taken = new Set<string>()
		const siblings = (children.get(level.parent) ?? []).toSorted((a, b) => (a.id < b.id ? -1 : 1))
		for (const theme of siblings) {
			const plain = tagName(theme.name)
			let name = plain
			for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`
			taken.add(name)
			tags.set(theme.id, level.prefix + name)
			waiting.push({ parent: theme.id, prefix: `${level.prefix}${name}/` })
		}
	}
	return tags
}
