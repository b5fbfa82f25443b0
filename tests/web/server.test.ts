import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { request as nodeRequest } from 'node:http'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BrowserFace, serve } from '../../main/web/server.ts'
import { pixel, type StandIn, standIn } from './standin.ts'

let app: StandIn
let face: BrowserFace
let origin: string
let cookie: string

beforeEach(async () => {
	const pageFolder = mkdtempSync(join(tmpdir(), 'page-'))
	writeFileSync(join(pageFolder, 'index.html'), '<!doctype html><title>Commonplace</title>')
	app = standIn()
	face = await serve({
		port: 0,
		pageFolder,
		openApp: async (host) => {
			app.host = host
			return app
		},
		log: () => {},
		limits: { file: 1000, batch: 1500 },
	})
	origin = new URL(face.url).origin
	const welcome = await fetch(face.url, { redirect: 'manual' })
	cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? ''
})

afterEach(() => face.close())

const get = (path: string, headers: Record<string, string> = {}) =>
	fetch(origin + path, { headers: { cookie, ...headers } })

const post = (path: string, body: string, headers: Record<string, string> = {}) =>
	fetch(origin + path, {
		method: 'POST',
		body,
		headers: { cookie, 'content-type': 'application/json', ...headers },
	})

const upload = (path: string, body: string, batch = 'b') =>
	post(`/upload?${new URLSearchParams({ batch, path })}`, body, {
		'content-type': 'application/octet-stream',
	})

/** fetch sets Host by itself; this does not. */
const statusWithHost = (host: string, headers: Record<string, string> = {}) =>
	new Promise<number | undefined>((resolve, reject) => {
		nodeRequest(face.url, { headers: { host, ...headers } }, (response) => {
			response.resume()
			resolve(response.statusCode)
		})
			.on('error', reject)
			.end()
	})

describe('the way in', () => {
	it('exchanges the key for a cookie and leaves no key in the address', async () => {
		const welcome = await fetch(face.url, { redirect: 'manual' })
		expect(welcome.status).toBe(303)
		expect(welcome.headers.get('location')).toBe('/')
		expect(welcome.headers.get('set-cookie')).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/)
	})

	it('lets nobody in without the cookie', async () => {
		for (const path of ['/', '/changes', '/asset/v/pixel.png', '/original/a'])
			expect((await fetch(origin + path)).status).toBe(403)
		expect((await post('/call', '{"method":"a"}', { cookie: '' })).status).toBe(403)
		expect((await post('/call', '{"method":"a"}', { cookie: `${cookie}x` })).status).toBe(403)
		expect((await fetch(`${origin}/?key=wrong`)).status).toBe(403)
		expect(app.calls).toEqual([])
	})

	it('refuses names other than 127.0.0.1, with the right key or cookie too', async () => {
		const { port } = new URL(origin)
		for (const host of ['example.org', `localhost:${port}`, `example.org:${port}`, '127.0.0.1'])
			expect(await statusWithHost(host, { cookie })).toBe(403)
		expect(await statusWithHost(`127.0.0.1:${port}`)).toBe(303)
	})

	it('refuses pages of other origins', async () => {
		const call = (headers: Record<string, string>) => post('/call', '{"method":"a"}', headers)
		expect((await call({ origin: 'https://example.org' })).status).toBe(403)
		expect((await call({ origin: 'null' })).status).toBe(403)
		expect((await call({ origin: 'http://127.0.0.1:1' })).status).toBe(403)
		expect((await call({ 'sec-fetch-site': 'same-site' })).status).toBe(403)
		expect((await call({ origin })).status).toBe(200)
	})

	it('refuses calls that a form of another site could send', async () => {
		expect((await post('/call', '{"method":"a"}', { 'content-type': 'text/plain' })).status).toBe(400)
		expect(app.calls).toEqual([])
	})
})

describe('the page', () => {
	it('comes with a policy that lets it load and reach only its own origin', async () => {
		const page = await get('/')
		expect(await page.text()).toContain('Commonplace')
		expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self'/)
		expect(page.headers.get('content-security-policy')).not.toMatch(/script-src[^;]*'unsafe-(inline|eval)'/)
		expect(page.headers.get('x-content-type-options')).toBe('nosniff')
	})

	it('has nothing outside its folder', async () => {
		for (const path of ['/..%2f..%2fetc%2fpasswd', '/%2e%2e/package.json', '/.git/config', '/a%00b', '/%'])
			expect((await get(path)).status).toBe(404)
	})

	it('shows pictures of documents, and nothing that is no picture', async () => {
		const picture = await get('/asset/v/pixel.png')
		expect(picture.headers.get('content-type')).toBe('image/png')
		expect(new Uint8Array(await picture.arrayBuffer())).toEqual(pixel)
		expect((await get('/asset/v/page.html')).status).toBe(404)
		expect((await get('/asset/v/drawing.svg')).headers.get('content-security-policy')).toContain('sandbox')
	})

	it('gives out originals as bytes that no browser would show', async () => {
		const original = await get('/original/a')
		expect(original.status).toBe(200)
		expect(original.headers.get('content-type')).toBe('application/octet-stream')
		expect(original.headers.get('x-content-type-options')).toBe('nosniff')
		expect(original.headers.get('content-security-policy')).toContain("default-src 'none'")
		expect(await original.text()).toContain('standIn')
		for (const path of ['/original/b', '/original/', '/original/a/b', '/original/..%2fa'])
			expect((await get(path)).status).toBe(404)
	})
})

describe('calls and changes', () => {
	it('answers what the application answers', async () => {
		const reply = await post('/call', JSON.stringify({ method: 'a.b', input: { text: 'Đổi' } }))
		expect(await reply.json()).toEqual({ ok: true, value: { method: 'a.b', input: { text: 'Đổi' } } })
	})

	it('begins the calls of a page in the order in which it made them', async () => {
		const ask = (page: string, turn: number) =>
			post('/call', JSON.stringify({ method: `${page}${turn}`, page, turn }))
		const third = ask('a', 3)
		await ask('b', 1)
		await Promise.all([third, ask('a', 2), ask('a', 1)])
		expect(app.calls.filter((method) => method.startsWith('a'))).toEqual(['a1', 'a2', 'a3'])
	})

	it('answers what is no call with an error', async () => {
		for (const body of ['', '{', '[]', '{"method":1}', 'null'])
			expect(await (await post('/call', body)).json()).toMatchObject({ ok: false, code: 'invalid' })
	})

	it('tells changes in order, and those that were missed after a break', async () => {
		const stream = await get('/changes')
		const reader = lines(stream)
		app.change({ kind: 'library' })
		app.change({ kind: 'command', command: 'view.notes' })
		expect(await reader.until('view.notes')).toContain('"library"')
		const again = lines(await get('/changes', { 'last-event-id': '1' }))
		const missed = await again.until('view.notes')
		expect(missed).not.toContain('"library"')
	})

	it('has a page read everything anew when it missed too much', async () => {
		for (let n = 0; n < 600; n++) app.change({ kind: 'command', command: 'view.notes' })
		const text = await lines(await get('/changes', { 'last-event-id': '3' })).until('}')
		expect(text).toContain('{"kind":"library"}')
	})
})

describe('uploads and downloads', () => {
	it('takes a file in under its own name', async () => {
		const { token } = await (await upload('Một bài.txt', 'hello')).json()
		expect(token).toBe('t-1')
		expect(basename(app.issued[0] ?? '')).toBe('Một bài.txt')
		expect(readFileSync(app.issued[0] ?? '', 'utf8')).toBe('hello')
	})

	it('answers a folder with the token of the folder', async () => {
		await upload('folder/a/one.md', '1')
		await upload('folder/two.md', '2')
		expect(basename(app.issued[1] ?? '')).toBe('folder')
		expect(app.issued[0]).toBe(app.issued[1])
		expect(readFileSync(join(app.issued[1] ?? '', 'a', 'one.md'), 'utf8')).toBe('1')
	})

	it('refuses names that lead elsewhere', async () => {
		for (const path of ['', '../x', 'a/../../x', '/etc/x', 'a//b', '.'])
			expect((await upload(path, 'x')).status).toBe(413)
		expect((await upload('x', 'x', '../b')).status).toBe(413)
		expect(app.issued).toEqual([])
	})

	it('refuses what is too large, alone or together, and keeps none of it', async () => {
		const answer = await upload('large.txt', 'x'.repeat(2_000_000))
		expect(answer.status).toBe(413)
		expect((await answer.json()).message).toContain('large.txt')
		expect((await upload('first.txt', 'x'.repeat(900))).status).toBe(200)
		expect((await upload('second.txt', 'x'.repeat(900))).status).toBe(413)
		expect(existsSync(join(dirname(app.issued[0] ?? ''), 'second.txt'))).toBe(false)
	})

	it('takes uploads away at the end', async () => {
		await upload('a.txt', 'a')
		await face.close()
		expect(app.closed).toBe(true)
		expect(existsSync(app.issued[0] ?? '')).toBe(false)
	})

	it('gives each download once', async () => {
		const path = app.host?.offerDownload?.('Ghi chú.zip', new TextEncoder().encode('zip')) ?? ''
		const first = await get(`/${path}`)
		expect(first.headers.get('content-disposition')).toContain(
			"attachment; filename*=UTF-8''Ghi%20ch%C3%BA.zip",
		)
		expect(await first.text()).toBe('zip')
		expect((await get(`/${path}`)).status).toBe(404)
	})
})

function lines(response: Response) {
	const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
	return {
		async until(end: string): Promise<string> {
			let text = ''
			while (!text.includes(end)) {
				const part = await reader?.read()
				if (!part || part.done) throw new Error(`The stream ended: ${text}`)
				text += part.value
			}
			return text
		},
	}
}
