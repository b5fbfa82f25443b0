import { makeCitekey } from '../../../corpus/citation.ts'
import type { Metadata } from '../../../corpus/metadata.ts'
import type { MetadataPatch } from '../../../preload/calls/schemas.ts'

/**
 * What an entry would change in a document's metadata: nothing that is the same already.
 *
 * @param keep fields that are filled stay as they are, but for a citekey that Commonplace made itself
 */
export function patchFrom(said: Metadata, known: Metadata, keep: boolean): MetadataPatch {
	const { title, citekey, fields, ...rest } = said
	const wanted: MetadataPatch = {
		...rest,
		...(title !== '' && { title }),
		...(citekey !== undefined && (!keep || isMade(known)) && { citekey }),
	}
	const patch = remaining(wanted, known, (field) => keep && field !== 'citekey')
	const own = remaining(fields ?? {}, known.fields ?? {}, () => keep)
	return Object.keys(own).length > 0 ? { ...patch, fields: own } : patch
}

/** A patch without what would change nothing and, where `keep` says so, without what is filled. */
export function remaining<Patch extends object>(
	patch: Patch,
	known: object,
	keep: (field: string) => boolean,
): Patch {
	const there = new Map<string, unknown>(Object.entries(known))
	const entries = Object.entries(patch).filter(([field, value]) => {
		const old = there.get(field)
		return old === undefined || (!keep(field) && JSON.stringify(old) !== JSON.stringify(value))
	})
	return Object.fromEntries(entries) as Patch
}

/** The citekey is the one that would be made of the metadata, or one with letters after it. */
function isMade(metadata: Metadata): boolean {
	const made = makeCitekey(metadata, () => false)
	const { citekey = made } = metadata
	return citekey.startsWith(made) && /^[a-z]{0,3}$/.test(citekey.slice(made.length))
}
