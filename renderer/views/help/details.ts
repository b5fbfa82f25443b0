import type { LibraryInfo } from '../../../corpus/entities.ts'
import type { ProgramInfo } from '../../../corpus/program.ts'

/**
 * What a report of a fault should say of the program, a line each. Nothing of what is read is in it, nor where
 * the library lies, which may say the reader's name.
 * @param system the browser's own word for itself and its system
 */
export function detailsText(
	{ version, parts, libraryFormat }: ProgramInfo,
	info: LibraryInfo | null,
	system: string,
): string {
	const holds = info && `${info.documents} documents, ${info.highlights} passages, ${info.notes} notes`
	return [
		`Commonplace ${version}${info ? ` (${info.face})` : ''}`,
		...parts.map((part) => `${part.name} ${part.version}`),
		`Library: format ${libraryFormat}${holds ? `, ${holds}` : ''}`,
		`System: ${system}`,
	].join('\n')
}
