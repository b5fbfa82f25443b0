import type * as v from 'valibot'
import { documentCalls } from './calls/documents.ts'
import { exportCalls } from './calls/export.ts'
import { libraryCalls } from './calls/library.ts'
import { passageCalls } from './calls/passages.ts'
import { programCalls } from './calls/program.ts'
import { searchCalls } from './calls/search.ts'
import { tableCalls } from './calls/tables.ts'

/**
 * Every call between the page and the application, each declared once. The names that exist, the check
 * of the input, the type that the application implements and the typed client all follow from here.
 */
export const contract = {
	...libraryCalls,
	...documentCalls,
	...passageCalls,
	...searchCalls,
	...exportCalls,
	...tableCalls,
	...programCalls,
}

export type Contract = typeof contract
export type Method = keyof Contract
export type Input<M extends Method> = v.InferOutput<Contract[M]['input']>
export type Output<M extends Method> =
	| NonNullable<Contract[M]['output']>
	| Extract<Contract[M]['output'], null>
