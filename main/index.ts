/**
 * The desktop app, and the command line of the installed program. Nothing is awaited here: Electron becomes
 * ready only after this file was read.
 */
import { commandIn } from './commandline/names.ts'
import { startDesktop } from './shell/start.ts'
import { isOwnPath, startInTerminal } from './shell/terminal.ts'

const out = import.meta.dirname
const command = commandIn(process.argv.slice(1), isOwnPath)

if (command === null) startDesktop(out)
else
	startInTerminal(out, async (startParser) => {
		const { runInTerminal } = await import('./commandline/process.ts')
		await runInTerminal(command, out, startParser)
	})
