import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { familyOf, namespaceOf, openPorts, seccompOf, wordsOf } from '../support/processes.ts'
import { expect, test } from './support/fixtures.ts'
import { sandboxSwitches } from './support/program.ts'
import { runAs, writtenElsewhere } from './support/reader.ts'
import { windowsTitled } from './support/windows.ts'

/** Where the package puts the program. */
const place = '/usr/lib/commonplace'

test('the fuses are those of a release', async ({ reader: _ }) => {
	const { version, ...wire } = await getCurrentFuseWire(join(place, 'commonplace'))
	// The package exports no names for states: the wire's own letters, "0" and "1".
	const set = Object.entries(wire).map(([fuse, state]) => [
		FuseV1Options[Number(fuse)],
		String.fromCharCode(Number(state)),
	])
	expect(Object.fromEntries(set)).toEqual({
		RunAsNode: '0',
		EnableCookieEncryption: '0',
		EnableNodeOptionsEnvironmentVariable: '0',
		EnableNodeCliInspectArguments: '0',
		EnableEmbeddedAsarIntegrityValidation: '1',
		OnlyLoadAppFromAsar: '1',
		LoadBrowserProcessSpecificV8Snapshot: '0',
		GrantFileProtocolExtraPrivileges: '0',
	})
})

test('nothing in the surroundings makes a Node or a debugger of it', async ({ start, folder }) => {
	const proof = join(folder, 'ran')
	const script = join(folder, 'script.cjs')
	const code = `require('node:fs').writeFileSync(${JSON.stringify(proof)}, 'ran')`
	writeFileSync(script, code)
	execFileSync(process.execPath, ['-e', code])
	expect(existsSync(proof)).toBe(true)
	rmSync(proof)

	const program = await start(
		['--inspect=127.0.0.1:0', '--inspect-brk=127.0.0.1:0', '--require', script, '-e', code],
		{ ELECTRON_RUN_AS_NODE: '1', NODE_OPTIONS: `--require ${script} --inspect=127.0.0.1:0` },
	)
	await expect(program.page.getByRole('button', { name: 'Menu', exact: true })).toBeVisible()
	expect(existsSync(proof)).toBe(false)
	expect(program.printed()).not.toContain('Debugger listening')
	expect(openPorts(familyOf(program.pid))).toEqual([`tcp:${program.port}`])
})

test('an application folder in the place of its archive is not run', async ({ reader, folder }) => {
	// Hard links: neither time nor space; on the disk of the program itself.
	const copy = join(dirname(place), 'commonplace-copy')
	rmSync(copy, { recursive: true, force: true })
	execFileSync('cp', ['--archive', '--link', place, copy])
	try {
		const proof = join(folder, 'ran')
		rmSync(join(copy, 'resources/app.asar'))
		mkdirSync(join(copy, 'resources/app'))
		writeFileSync(join(copy, 'resources/app/package.json'), JSON.stringify({ main: 'main.js' }))
		writeFileSync(
			join(copy, 'resources/app/main.js'),
			`require('node:fs').writeFileSync(${JSON.stringify(proof)}, 'ran'); require('electron').app.exit(0)`,
		)
		const { code } = await runAs(reader, join(copy, 'commonplace'), sandboxSwitches())
		expect(code).not.toBe(0)
		expect(existsSync(proof)).toBe(false)
	} finally {
		rmSync(copy, { recursive: true, force: true })
	}
})

test('the page runs in the sandbox of Chromium', async ({ start }) => {
	test.skip(sandboxSwitches().length > 0, 'The kernel does not let ordinary users make a sandbox.')
	const { page, pid } = await start()
	await expect(page.getByRole('button', { name: 'Menu', exact: true })).toBeVisible()
	const renderers = familyOf(pid).filter((each) => wordsOf(each).includes('--type=renderer'))
	expect(renderers.length).toBeGreaterThan(0)
	for (const renderer of renderers) {
		expect(namespaceOf(renderer, 'pid')).toMatch(/^pid:\[\d+\]$/)
		expect(namespaceOf(renderer, 'pid')).not.toBe(namespaceOf(pid, 'pid'))
		expect(namespaceOf(renderer, 'net')).not.toBe(namespaceOf(pid, 'net'))
		expect(seccompOf(renderer)).toBe(2)
	}
	const words = familyOf(pid).flatMap(wordsOf)
	expect(words.filter((word) => /^--(no-sandbox|disable-.*sandbox)/.test(word))).toEqual([])
})

test('the page has its policy, which holds', async ({ start }) => {
	const asked: string[] = []
	const server = createServer((request, response) => {
		asked.push(request.url ?? '')
		response.setHeader('access-control-allow-origin', '*').end('window.got = 1')
	})
	await once(server.listen(0, '127.0.0.1'), 'listening')
	const elsewhere = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
	try {
		const { page } = await start()
		const headers = await page.evaluate(async () => Object.fromEntries((await fetch('./')).headers))
		expect(headers['content-security-policy']).toBe(
			"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' data:; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
		)
		expect(headers['x-content-type-options']).toBe('nosniff')

		const refusals = await page.evaluate(async (elsewhere) => {
			const refused: string[] = []
			document.addEventListener('securitypolicyviolation', (event) =>
				refused.push(`${event.effectiveDirective} ${event.blockedURI}`),
			)
			const put = (name: string, values: object) =>
				document.body.append(Object.assign(document.createElement(name), values))
			put('script', { textContent: 'window.got = 1' })
			put('script', { src: elsewhere })
			put('img', { src: elsewhere })
			// Refused before the policy is asked.
			put('iframe', { src: elsewhere })
			put('style', { textContent: 'body { display: none }' })
			// While a developer's tool waits for its answer, the policy lets code be made of text.
			await new Promise((resolve) => setTimeout(resolve))
			const evaluated = (() => {
				try {
					new Function('window.got = 1')()
					return true
				} catch {
					return false
				}
			})()
			const fetched = await fetch(elsewhere).then(
				() => true,
				() => false,
			)
			const socket = new WebSocket(elsewhere.replace('http', 'ws'))
			await new Promise((resolve) => socket.addEventListener('error', resolve))
			return { refused: refused.sort(), evaluated, fetched, got: 'got' in window }
		}, elsewhere)
		expect(refusals).toEqual({
			refused: [
				`connect-src ${elsewhere}`,
				`connect-src ${elsewhere.replace('http', 'ws')}`,
				`img-src ${elsewhere}`,
				'script-src eval',
				`script-src-elem ${elsewhere}`,
				'script-src-elem inline',
				'style-src-elem inline',
			],
			evaluated: false,
			fetched: false,
			got: false,
		})
		expect(asked).toEqual([])
	} finally {
		server.close()
	}
})

test('the page sees nothing of Node, and nothing of the script that connects it', async ({ start }) => {
	const { page } = await start()
	const session = await page.context().newCDPSession(page)
	const contexts: { readonly id: number; readonly name: string }[] = []
	session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context))
	await session.send('Runtime.enable')
	const own = contexts.find(({ name }) => name === 'Electron Isolated Context')
	expect(own).toBeDefined()
	const inOwn = async (expression: string): Promise<unknown> => {
		const sent = { expression, contextId: own?.id ?? 0, returnByValue: true }
		return (await session.send('Runtime.evaluate', sent)).result.value
	}
	await inOwn('globalThis.ofTheScript = 1')
	await page.evaluate(() => Object.assign(globalThis, { ofThePage: 1 }))
	expect(await inOwn('[typeof ofTheScript, typeof ofThePage]')).toEqual(['number', 'undefined'])
	const seen = await page.evaluate(() =>
		['ofThePage', 'ofTheScript', 'require', 'process', 'module', 'Buffer', 'global'].filter(
			(name) => name in globalThis,
		),
	)
	expect(seen).toEqual(['ofThePage'])
})

test('no packet is sent while a page that asks for others is read', async ({ reader, folder }) => {
	const { uid, gid, home, env } = reader
	writeFileSync(
		join(folder, 'page.html'),
		'<!doctype html><title>Salt roads</title><link rel="stylesheet" href="http://192.0.2.1/a.css"><article><h1>Salt roads</h1><p>Salt went up the river.</p><img src="http://192.0.2.1/a.png" alt="A boat"><iframe src="http://192.0.2.1/"></iframe></article>',
	)
	const library = join(folder, 'library')
	mkdirSync(library)
	// All addresses of the world lead to this machine's loopback, which counts.
	const network =
		'ip link set lo up; ip route add local default dev lo; ip -6 route add local default dev lo || true'
	const app = spawn(
		'unshare',
		[
			...['--net', 'sh', '-c', `${network}; exec "$@"`, 'sh'],
			...['setpriv', `--reuid=${uid}`, `--regid=${gid}`, '--clear-groups'],
			...['commonplace', ...sandboxSwitches(), '--library', library, join(folder, 'page.html')],
		],
		{ cwd: home, env: { ...env, PATH: `${env['PATH']}:/usr/sbin:/sbin` }, stdio: 'ignore', detached: true },
	)
	const ended = once(app, 'exit')
	const pid = app.pid ?? 0
	try {
		const originals = join(library, 'originals')
		const imported = () => (existsSync(originals) ? readdirSync(originals).length : 0)
		await expect.poll(imported).toBe(1)
		await expect.poll(() => windowsTitled('Salt roads – Commonplace')).toBe(1)
		expect(namespaceOf(pid, 'net')).not.toBe(namespaceOf(process.pid, 'net'))
		expect(packets(pid)).toBe(0)
		// And what is tried is counted.
		const attempt = "require('node:net').connect(80, '192.0.2.1').on('error', () => {})"
		execFileSync('nsenter', [`--net=/proc/${pid}/ns/net`, process.execPath, '-e', attempt])
		expect(packets(pid)).toBeGreaterThan(0)
	} finally {
		app.kill('SIGTERM')
		await ended
	}
})

/** How many packets the network namespace of a process was given to send. */
function packets(process: number): number {
	const read = (name: string) => readFileSync(`/proc/${process}/net/${name}`, 'utf8')
	const [names, values] = read('snmp')
		.split('\n')
		.filter((line) => line.startsWith('Ip: '))
		.map((line) => line.split(' '))
	const sent = Number(values?.[names?.indexOf('OutRequests') ?? -1])
	return sent + Number(/^Ip6OutRequests\s+(\d+)$/m.exec(read('snmp6'))?.[1] ?? 0)
}

test('only the home folder is written to', async ({ reader, start }) => {
	const { page, end } = await start()
	await page.getByRole('button', { name: 'Look at the sample library' }).click()
	await expect(page.getByRole('row', { name: /Biên Hòa after the fences/ })).toBeVisible()
	await end()
	expect(writtenElsewhere(reader)).toEqual([])
	const { stdout: inHome } = spawnSync('find', [reader.home, '-type', 'f', '-newer', '/etc/shadow'], {
		encoding: 'utf8',
	})
	expect(inHome).toContain(join(reader.home, '.config/commonplace/memory.json'))
	const others = inHome
		.split('\n')
		.filter((path) => path !== '' && !path.startsWith(join(reader.home, '.config/commonplace/')))
		// The graphics driver's own, and what these tests laid there.
		.filter((path) => !/\/(\.cache\/mesa_\w+\/\w+|\.Xauthority|keyfile)$/.test(path))
	expect(others).toEqual([])
})
