/**
 * A BCP 47 tag out of what sources write (`en_GB`, `de, fr`, `pt-br`); null for names of languages and
 * other words.
 */
export function languageTag(text: string | null): string | null {
	const tag =
		text
			?.trim()
			.split(/[\s,;]/)[0]
			?.replaceAll('_', '-') ?? ''
	return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(tag) ? tag : null
}

/** The language itself, without script and region, in lower case; '' where none is named. */
export const primaryLanguage = (tag: string | null | undefined): string =>
	tag?.split('-')[0]?.toLowerCase() ?? ''
