import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type ErrorCode, UserError } from '../../corpus/errors.ts'
import type { Reply } from '../../preload/bridge.ts'
import type { App, Host, Log } from '../app/options.ts'
import { assetPolicy, commonHeaders } from '../page/policy.ts'
import { resource } from '../page/resources.ts'
import { CallOrder, type Turn } from './callorder.ts'
import { ChangeStream } from './changestream.ts'
import { Downloads } from './downloads.ts'
import { admit, type Secrets, sessionCookie } from './guard.ts'
import { browserHost } from './host.ts'
import { type UploadLimits, Uploads, usualLimits } from './uploads.ts'

export interface ServeOptions {
	/** 0: any that is free. */
	readonly port: number
	/** Where the built page lies. Absolute. */
	readonly pageFolder: string
	/** Opens the library with the host it is given. */
	readonly openApp: (host: Host) => Promise<App>
	readonly log: Log
	readonly limits?: UploadLimits
}

export interface BrowserFace {
	/** With the key that lets a browser in. */
	readonly url: string
	readonly app: App
	/** Ends the server and then the application, which saves what it was told. */
	close(): Promise<void>
}

/** Bytes of one call. The longest prose that a call admits fits, also when every letter is escaped. */
const longestCall = 64 * 1024 ** 2

/** The browser face: the page, its bridge, uploads and downloads on the loopback interface, for one reader. */
export async function serve(options: ServeOptions): Promise<BrowserFace> {
	const secrets: Secrets = { key: secret(), session: secret() }
	const downloads = new Downloads()
	const app = await options.openApp(browserHost((name, bytes) => downloads.offer(name, bytes)))
	const uploads = new Uploads(app.issueToken, options.limits ?? usualLimits)
	const changes = new ChangeStream()
	const order = new CallOrder()
	const deaf = app.bridge.onChange((change) => changes.send(change))
	const page = { folder: options.pageFolder, assets: app.assets, originalOf: app.originalOf }

	const server = createServer((request, response) => {
		answer(request, response).catch((error: unknown) => {
			options.log('error', `The answer to ${request.method} ${request.url} failed.`, error)
			if (response.headersSent) response.destroy()
			else send(response, 500, { message: 'Commonplace made a mistake. What was saved is safe.' })
		})
	})
	const port = await listening(server, options.port).catch(async (error: unknown) => {
		await app.close()
		throw error
	})

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = 'GET' } = request
		const url = new URL(request.url ?? '/', `http://127.0.0.1:${port}`)
		const admission = admit({ method, url, headers: request.headers }, port, secrets)
		if (admission.kind === 'refused') return send(response, 403, { message: admission.reason })
		if (admission.kind === 'welcome') {
			response.writeHead(303, {
				...commonHeaders,
				Location: '/',
				'Set-Cookie': sessionCookie(port, secrets),
				'Cache-Control': 'no-store',
			})
			response.end()
			return
		}
		if (method === 'POST' && url.pathname === '/call') return call(request, response)
		if (method === 'POST' && url.pathname === '/upload') return upload(request, response, url.searchParams)
		if (method !== 'GET') return send(response, 405, { message: 'There is nothing here.' })
		if (url.pathname === '/changes') return changes.join(response, lastHeard(request))
		const [, download] = /^\/download\/([\w-]+)$/.exec(url.pathname) ?? []
		if (download !== undefined && downloads.take(download, response)) return
		const { status, headers, body } = await resource(url.pathname, page)
		response.writeHead(status, headers)
		response.end(body)
	}

	async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const asked = parsed(await body(request, longestCall))
		if (request.headers['content-type'] !== 'application/json' || asked === null)
			return send(response, 400, failure('invalid', 'This is no call. Nothing was changed.'))
		const begin = () => app.bridge.call(asked.method, asked.input)
		send(response, 200, await (asked.turn ? order.begin(asked.turn, begin) : begin()))
	}

	async function upload(
		request: IncomingMessage,
		response: ServerResponse,
		query: URLSearchParams,
	): Promise<void> {
		try {
			const token = await uploads.take(query.get('batch') ?? '', query.get('path') ?? '', request)
			send(response, 200, { token })
		} catch (error) {
			if (!(error instanceof UserError)) throw error
			send(response, 413, { message: error.message })
		}
	}

	return {
		url: `http://127.0.0.1:${port}/?key=${secrets.key}`,
		app,
		async close() {
			deaf()
			changes.close()
			order.close()
			server.close()
			server.closeAllConnections()
			await app.close()
			await uploads.close()
		},
	}
}

const secret = (): string => randomBytes(32).toString('base64url')

function listening(server: ReturnType<typeof createServer>, port: number): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', (error: NodeJS.ErrnoException) => {
			reject(
				error.code === 'EADDRINUSE'
					? new UserError('refused', `Port ${port} is in use by another program. Choose another with --port.`)
					: error,
			)
		})
		server.listen({ port, host: '127.0.0.1' }, () => resolve((server.address() as AddressInfo).port))
	})
}

const failure = (code: ErrorCode, message: string): Reply => ({ ok: false, code, message })

function send(response: ServerResponse, status: number, value: unknown): void {
	response.writeHead(status, {
		...commonHeaders,
		'Content-Security-Policy': assetPolicy,
		'Content-Type': 'application/json; charset=utf-8',
		'Cache-Control': 'no-store',
	})
	response.end(JSON.stringify(value))
}

async function body(request: IncomingMessage, limit: number): Promise<string | null> {
	const chunks: Buffer[] = []
	let size = 0
	for await (const chunk of request as AsyncIterable<Buffer>) {
		size += chunk.length
		if (size > limit) return null
		chunks.push(chunk)
	}
	return Buffer.concat(chunks).toString('utf8')
}

interface Asked {
	readonly method: string
	readonly input: unknown
	/** null: begun as it comes. */
	readonly turn: Turn | null
}

function parsed(text: string | null): Asked | null {
	try {
		const value: unknown = JSON.parse(text ?? '')
		if (typeof value !== 'object' || value === null || !('method' in value)) return null
		const { method } = value
		if (typeof method !== 'string') return null
		return { method, input: 'input' in value ? value.input : undefined, turn: turnOf(value) }
	} catch {
		return null
	}
}

function turnOf(value: object): Turn | null {
	if (!('page' in value && 'turn' in value)) return null
	const { page, turn } = value
	if (typeof page !== 'string' || page.length > 64) return null
	return Number.isSafeInteger(turn) && typeof turn === 'number' ? { page, turn } : null
}

function lastHeard(request: IncomingMessage): number | null {
	const heard = Number(request.headers['last-event-id'])
	return Number.isSafeInteger(heard) && request.headers['last-event-id'] ? heard : null
}
