import { serve } from '../web/server.ts'
import { type Terminal, UsageError } from './terminal.ts'

export const serveHelp = {
	form: '[--port N] [--no-open]',
	about: 'Serves the app for a browser on this machine.',
}

/** Serves the page until the user stops it. @param port as written in the command */
export async function serveUntilStopped(
	terminal: Terminal,
	library: string,
	given: { readonly port: string | undefined; readonly open: boolean; readonly json: boolean },
): Promise<void> {
	const port = Number(given.port ?? 0)
	if (!Number.isInteger(port) || port < 0 || port > 65_535)
		throw new UsageError(`“${given.port}” is no port: a whole number up to 65535 is.`)
	const face = await serve({
		port,
		pageFolder: terminal.pageFolder,
		openApp: (host) => terminal.openApp(library, 'browser', host),
		log: terminal.log,
	})
	const line = `Commonplace is at ${face.url} (library: ${library}; Ctrl+C ends it)`
	terminal.print(given.json ? JSON.stringify({ url: face.url, library }) : line)
	if (given.open) terminal.openBrowser(face.url)
	await terminal.stopped()
	await face.close()
}
