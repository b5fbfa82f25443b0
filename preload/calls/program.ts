import * as v from 'valibot'
import type { ProgramInfo } from '../../corpus/program.ts'
import { answers } from './declare.ts'
import { nothing } from './schemas.ts'

export const programCalls = {
	'program.about': answers<ProgramInfo>()(nothing),
	/**
	 * The program's version, when somebody who used an older one has it before them for the first time; null at
	 * all other times. Who asks has been told: the answer does not come again.
	 */
	'program.takeUpdate': answers<string | null>()(nothing),
	/** Shows a folder in the system's file manager: the library's, or that of the licences beside the program. */
	'program.showFolder': answers<null>()(v.strictObject({ which: v.picklist(['library', 'licences']) })),
}
