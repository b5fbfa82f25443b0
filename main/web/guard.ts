import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

/** The secrets of one run of the server. The key stands in the first URL, the session in the cookie. */
export interface Secrets {
	readonly key: string
	readonly session: string
}

export type Admission =
	/** Carries the session's cookie. */
	| { readonly kind: 'admitted' }
	/** Brings the key: is given the cookie and sent to the plain address. */
	| { readonly kind: 'welcome' }
	| { readonly kind: 'refused'; readonly reason: string }

const refused = (reason: string): Admission => ({ kind: 'refused', reason })

/**
 * Whether a request may come in. Pages of other sites reach a loopback server too: by name (DNS
 * rebinding: the Host header betrays it), by script (Origin and Sec-Fetch-Site) and by link (the cookie
 * is SameSite=Strict). Other users of the machine have neither key nor cookie.
 */
export function admit(
	request: { readonly method: string; readonly url: URL; readonly headers: IncomingHttpHeaders },
	port: number,
	secrets: Secrets,
): Admission {
	const { headers, method, url } = request
	const origin = `http://127.0.0.1:${port}`
	if (headers.host !== `127.0.0.1:${port}`) return refused('This server answers only to 127.0.0.1.')
	if (headers.origin !== undefined && headers.origin !== origin)
		return refused('This server answers only to its own page.')
	const site = headers['sec-fetch-site']
	if (site !== undefined && site !== 'same-origin' && site !== 'none')
		return refused('This server answers only to its own page.')
	const key = url.searchParams.get('key')
	if (method === 'GET' && url.pathname === '/' && key !== null)
		return same(key, secrets.key) ? { kind: 'welcome' } : refused('This key is of another run.')
	if (same(cookie(headers.cookie, cookieName(port)), secrets.session)) return { kind: 'admitted' }
	return refused('Open the whole address that Commonplace printed when it started, with its key.')
}

/** Cookies do not tell ports apart, so the name does. */
const cookieName = (port: number): string => `commonplace-${port}`

export const sessionCookie = (port: number, secrets: Secrets): string =>
	`${cookieName(port)}=${secrets.session}; HttpOnly; SameSite=Strict; Path=/`

function cookie(header: string | undefined, name: string): string {
	for (const part of (header ?? '').split(';')) {
		const [key, value] = part.trim().split('=', 2)
		if (key === name) return value ?? ''
	}
	return ''
}

/** Compares in constant time; hashing first makes the lengths equal. */
function same(given: string, secret: string): boolean {
	const digest = (text: string) => createHash('sha256').update(text).digest()
	return timingSafeEqual(digest(given), digest(secret))
}
