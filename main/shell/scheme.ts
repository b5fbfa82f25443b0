import { protocol, type Session } from 'electron'
import { type Resources, resource } from '../page/resources.ts'

const host = 'commonplace'

/** Where the page of the desktop lives. No port is opened for it. */
export const pageOrigin = `app://${host}`

/** To be called before Electron is ready. */
export function registerScheme(): void {
	protocol.registerSchemesAsPrivileged([
		{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: true } },
	])
}

/** Answers the requests of one session's page. */
export function serveScheme(session: Session, resources: Resources): void {
	session.protocol.handle('app', async (request) => {
		const url = new URL(request.url)
		if (url.host !== host || request.method !== 'GET') return new Response(null, { status: 404 })
		const { status, headers, body } = await resource(url.pathname, resources)
		return new Response(new Uint8Array(body), { status, headers: { ...headers } })
	})
}
