import type { Handlers } from './dispatch.ts'
import type { InternalReads, InternalWrites } from './engine/internal.ts'
import type { EngineMethod } from './engine/methods.ts'

/** Every call that the engine's thread answers: its part of the contract, and what the page cannot ask. */
export type EngineCalls = InternalReads & InternalWrites & Handlers<EngineMethod | 'library.info'>

/** Asks the engine's thread. @throws UserError as the engine answers */
export type AskEngine = <M extends keyof EngineCalls>(
	method: M,
	input: Parameters<EngineCalls[M]>[0],
) => Promise<Awaited<ReturnType<EngineCalls[M]>>>
