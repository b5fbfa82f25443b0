import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { serve } from '../../main/web/server.ts'
import type { Bridge, Change, Reply } from '../../preload/bridge.ts'
import { asThreads, openTestApp } from '../app/support/world.ts'
import { contractSuite } from './suite.ts'

contractSuite('loopback HTTP', async () => {
	const test = await openTestApp({ startWorker: asThreads })
	const face = await serve({ port: 0, pageFolder: test.root, openApp: async () => test.app, log: () => {} })
	const folder = join(test.root, 'files')
	await mkdir(folder)
	const { bridge, stop } = await httpBridge(face.url)
	return {
		bridge,
		issueToken: test.app.issueToken,
		folder,
		async close() {
			stop()
			await face.close()
			await test.close()
		},
	}
})

/** The bridge as any program can speak it: one request a call, and a stream of events. */
async function httpBridge(url: string): Promise<{ readonly bridge: Bridge; stop(): void }> {
	const { origin } = new URL(url)
	const welcome = await fetch(url, { redirect: 'manual' })
	const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? ''
	const listeners = new Set<(change: Change) => void>()
	const ending = new AbortController()
	let turn = 0
	const stream = await fetch(`${origin}/changes`, { headers: { cookie }, signal: ending.signal })
	void listen(stream, (change) => {
		for (const listener of listeners) listener(change)
	}).catch(() => {})
	return {
		stop: () => ending.abort(),
		bridge: {
			async call(method, input): Promise<Reply> {
				const response = await fetch(`${origin}/call`, {
					method: 'POST',
					headers: { cookie, 'content-type': 'application/json' },
					body: JSON.stringify({ method, input, page: 'test', turn: ++turn }),
				})
				return response.json()
			},
			onChange(listener) {
				listeners.add(listener)
				return () => listeners.delete(listener)
			},
		},
	}
}

async function listen(stream: Response, hear: (change: Change) => void): Promise<void> {
	let rest = ''
	for await (const text of stream.body?.pipeThrough(new TextDecoderStream()) ?? []) {
		const events = (rest + text).split('\n\n')
		rest = events.pop() ?? ''
		for (const event of events) {
			const data = /^data: (.*)$/m.exec(event)?.[1]
			if (data !== undefined) hear(JSON.parse(data))
		}
	}
}
