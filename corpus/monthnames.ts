/** The names of months that `parseVagueDate` reads, lower case, without full stops: 1 to 12. */
const names: readonly (readonly string[])[] = [
	['january', 'jan', 'januar', 'jänner', 'janvier', 'janv', 'enero'],
	['february', 'feb', 'februar', 'février', 'fevrier', 'févr', 'febrero'],
	['march', 'mar', 'märz', 'maerz', 'mrz', 'mars', 'marzo'],
	['april', 'apr', 'avril', 'avr', 'abril'],
	['may', 'mai', 'mayo'],
	['june', 'jun', 'juni', 'juin', 'junio'],
	['july', 'jul', 'juli', 'juillet', 'juil', 'julio'],
	['august', 'aug', 'août', 'aout', 'agosto'],
	['september', 'sep', 'sept', 'septembre', 'septiembre'],
	['october', 'oct', 'oktober', 'okt', 'octobre', 'octubre'],
	['november', 'nov', 'novembre', 'noviembre'],
	['december', 'dec', 'dezember', 'dez', 'décembre', 'decembre', 'déc', 'diciembre'],
]

const months: ReadonlyMap<string, number> = new Map(
	names.flatMap((each, index) => each.map((name) => [name, index + 1] as const)),
)

/** 1 to 12 for the English, German, French or Spanish name of a month, also a short one; else null. */
export const monthNamed = (name: string): number | null =>
	months.get(name.toLowerCase().normalize('NFC').replace(/\.$/, '')) ?? null

/** The English name of a month from 1 to 12. */
export function monthName(month: number): string {
	const name = names[month - 1]?.[0] ?? ''
	return name.charAt(0).toUpperCase() + name.slice(1)
}
