import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/**
 * What the desktop entry of the Debian package says, by its keys: the packages that other tools make say the
 * same. Keys without values are left out.
 */
export function desktopEntry(): Readonly<Record<string, string>> {
	const text = readFileSync(join(import.meta.dirname, 'commonplace.desktop'), 'utf8')
	return Object.fromEntries([...text.matchAll(/^([A-Za-z-]+)=(.+)$/gm)].map(([, key, value]) => [key, value]))
}

/** The values of a key whose values end in semicolons. @throws Error when the entry has no such key */
export function listIn(entry: Readonly<Record<string, string>>, key: string): readonly string[] {
	const value = entry[key]
	if (value === undefined) throw new Error(`The desktop entry does not say ${key} any more.`)
	return value.split(';').filter((each) => each !== '')
}
