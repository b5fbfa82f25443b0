import type { Change } from '../../preload/bridge.ts'
import type { AskEngine } from './enginecalls.ts'
import type { FileTokens } from './filetokens.ts'
import type { Jobs } from './jobs.ts'
import type { AppLimits } from './limits.ts'
import type { AppOptions } from './options.ts'
import type { ParserPool } from './parserpool.ts'

/** What the handlers of the application's own calls are made of. */
export interface AppParts {
	readonly options: AppOptions
	readonly limits: AppLimits
	readonly ask: AskEngine
	readonly parsers: ParserPool
	readonly jobs: Jobs
	readonly tokens: FileTokens
	readonly publish: (change: Change) => void
}
