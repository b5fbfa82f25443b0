import { type CommandId, commands } from './commands.ts'

/** The shortcuts of a command: the reader's own where set, else the defaults. */
export const keysOf = (id: CommandId, own: Readonly<Record<string, readonly string[]>>): readonly string[] =>
	own[id] ?? commands[id].keys
