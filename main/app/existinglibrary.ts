import { existsSync, statSync } from 'node:fs'
import { libraryFile } from '../store/libraryfile.ts'

/**
 * Whether a library was founded in this folder before, whatever its state. Opening one where none is founds it.
 *
 * @param folder absolute
 */
export const holdsLibrary = (folder: string): boolean =>
	existsSync(libraryFile(folder)) && statSync(libraryFile(folder)).size > 0
