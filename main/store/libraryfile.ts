import { join } from 'node:path'

/** The database of the library in a folder. */
export const libraryFile = (folder: string) => join(folder, 'library.sqlite')
