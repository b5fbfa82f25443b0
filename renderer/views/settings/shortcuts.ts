import { type CommandId, commands } from '../../../corpus/commands.ts'
import { keysOf } from '../../../corpus/shortcuts.ts'
import { commandIds } from '../../commands/registry.ts'

/** The reader's own shortcuts: command → keys; what is absent has the default ones. */
export type OwnKeys = Readonly<Record<string, readonly string[]>>

/** Commands that this shortcut would run, too, if `command` had it. Places that exclude each other do not clash. */
export function conflictsOf(command: CommandId, chord: string, own: OwnKeys): readonly CommandId[] {
	return commandIds.filter((other) => other !== command && keysOf(other, own).includes(chord))
}

/** The command gets this shortcut in place of those it had; whatever else had it loses it. */
export function withKey(own: OwnKeys, command: CommandId, chord: string): OwnKeys {
	const taken = conflictsOf(command, chord, own).map((other): [string, readonly string[]] => [
		other,
		keysOf(other, own).filter((key) => key !== chord),
	])
	return tidy({ ...own, ...Object.fromEntries(taken), [command]: [chord] })
}

export const withoutKeys = (own: OwnKeys, command: CommandId): OwnKeys => tidy({ ...own, [command]: [] })

/** The default ones again; whatever took one of them in the meantime keeps it. */
export function withDefaults(own: OwnKeys, command: CommandId): OwnKeys {
	const { [command]: _, ...rest } = own
	const free = commands[command].keys.filter((key) => conflictsOf(command, key, rest).length === 0)
	return tidy(free.length === commands[command].keys.length ? rest : { ...rest, [command]: free })
}

/** Without entries that say what the defaults say. */
const tidy = (own: OwnKeys): OwnKeys =>
	Object.fromEntries(
		Object.entries(own).filter(([id, keys]) => {
			const known = commandIds.find((command) => command === id)
			return known !== undefined && keys.join(' ') !== commands[known].keys.join(' ')
		}),
	)
