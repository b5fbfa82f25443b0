/** The browser face: `commonplace serve` as a program of its own. */
import { runInTerminal } from './commandline/process.ts'

await runInTerminal(['serve', ...process.argv.slice(2)], import.meta.dirname)
