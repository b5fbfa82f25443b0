/**
 * The desktop app, and the command line of the installed program. Nothing is awaited here: Electron becomes
 * ready only after this file was read.
 */
import { commandIn } from './commandline/names.ts'
import { commandSwitches } from './commandline/switches.ts'
import { startDesktop } from './shell/start.ts'
import { isOwnPath, isToldTo, startAgain, startInTerminal } from './shell/terminal.ts'

const out = import.meta.dirname
const command = commandIn(process.argv.slice(1), isOwnPath)

if (command === null) startDesktop(out)
else if (!isToldTo(commandSwitches)) startAgain(commandSwitches, command)
else
	startInTerminal(out, async (startParser) => {
		const { runInTerminal } = await import('./commandline/process.ts')
		await runInTerminal(command, out, startParser)
	})
