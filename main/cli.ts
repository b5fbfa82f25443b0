#!/usr/bin/env node
/** The command line. Loads nothing before it knows that this Node is new enough. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'

const out = import.meta.dirname
const words = process.argv.slice(2)
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major > 22 || (major === 22 && minor >= 12)) {
	const { runInTerminal } = await import('./commandline/process.ts')
	const { startChildParser } = await import('./app/childparser.ts')
	await runInTerminal(words, out, () => startChildParser(join(out, 'parser.js')))
} else {
	// The checkout brings a Node of its own.
	const node = join(out, '../../node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
	const child = spawn(node, [join(out, 'cli.js'), ...words], { stdio: 'inherit' })
	// Ctrl+C reaches both; the child ends by itself, and this process with it.
	process.on('SIGINT', () => {})
	process.on('SIGTERM', () => child.kill('SIGTERM'))
	child.on('error', () => {
		process.stderr.write(
			'Commonplace needs Node 22.12 or newer. Install it, or run npm ci in the checkout.\n',
		)
		process.exitCode = 1
	})
	child.on('exit', (code) => {
		process.exitCode = code ?? 1
	})
}
