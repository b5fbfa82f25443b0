import { library } from './0001library.ts'
import { formats } from './0002formats.ts'
import type { Migration } from './migration.ts'

/** In order; a new one goes to the end. */
export const migrations: readonly Migration[] = [library, formats]
