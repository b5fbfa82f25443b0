import type { DocumentDetail, DocumentRow } from '../../../corpus/entities.ts'
import { formats } from '../../importers/formats.ts'
import type { StoredDetail, StoredRow } from '../../store/documents.ts'

/** Whether a newer importer than this one is there. */
export const isOutdated = (importer: string, version: number): boolean =>
	formats.some((format) => format.importer === importer && format.version > version)

export function withOutdated(row: StoredDetail): DocumentDetail
export function withOutdated(row: StoredRow): DocumentRow
export function withOutdated({ importerVersion, ...row }: StoredRow): DocumentRow {
	return { ...row, outdated: isOutdated(row.format, importerVersion) }
}
