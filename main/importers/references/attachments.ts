/**
 * The paths in a field that lists attached files, as reference managers write it into BibTeX: bare paths
 * parted by semicolons, or `description:path:type` with colons and semicolons escaped by a backslash
 * (Zotero, JabRef, Mendeley).
 */
export function attachedPaths(field: string): readonly string[] {
	return parted(field, ';').flatMap((file) => {
		const parts = parted(file, ':').map((part) => plainPath(part))
		// A drive's letter is no description.
		const joined = parts.flatMap((part, index) => {
			if (/^[A-Za-z]$/.test(parts[index - 1] ?? '') && /^\//.test(part))
				return [`${parts[index - 1]}:${part}`]
			const isDrive = /^[A-Za-z]$/.test(part) && /^\//.test(parts[index + 1] ?? '')
			return isDrive ? [] : [part]
		})
		const path =
			joined.length >= 3 ? joined.slice(1, -1).join(':') : joined.findLast((part) => part.includes('.'))
		return path === undefined || path === '' ? [] : [path]
	})
}

/** With `/` between folders and without an address' scheme. */
export function plainPath(path: string): string {
	const local = path.trim().replace(/^file:\/\/(?:localhost)?|^internal-pdf:\/\//i, '')
	const isAddress = local.length < path.trim().length
	return (isAddress ? decoded(local) : local).replaceAll('\\', '/')
}

function decoded(path: string): string {
	try {
		return decodeURIComponent(path)
	} catch {
		return path
	}
}

/** Cut at a sign that no backslash stands before; `\\`, `\:` and `\;` become what they stand for. */
function parted(text: string, sign: string): readonly string[] {
	const parts: string[] = ['']
	const add = (letters: string) => parts.push((parts.pop() ?? '') + letters)
	for (let at = 0; at < text.length; at++) {
		const letter = text.charAt(at)
		const next = text.charAt(at + 1)
		if (letter === '\\' && (next === sign || (sign === ':' && /[\\_&#%${}]/.test(next)))) {
			add(next)
			at++
		} else if (letter === sign) parts.push('')
		else add(letter)
	}
	return parts.filter((part) => part.trim() !== '')
}
