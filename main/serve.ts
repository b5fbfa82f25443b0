/** The browser face: `commonplace serve` as a program of its own. */
import { join } from 'node:path'
import { startChildParser } from './app/childparser.ts'
import { runInTerminal } from './commandline/process.ts'

const out = import.meta.dirname
await runInTerminal(['serve', ...process.argv.slice(2)], out, () => startChildParser(join(out, 'parser.js')))
