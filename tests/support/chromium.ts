import { accessSync, constants } from 'node:fs'
import chromiumPackage from '@sparticuz/chromium'

const systemPaths = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/usr/bin/google-chrome-stable',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

const runs = (path: string): boolean => {
	try {
		accessSync(path, constants.X_OK)
		return true
	} catch {
		return false
	}
}

/** Where a real Chromium is: told, the system's, or the one inside an npm package (Linux x64 only). */
export async function chromiumPath(): Promise<string> {
	const told = process.env['CHROME_PATH']
	if (told) return told
	return systemPaths.find(runs) ?? (await chromiumPackage.executablePath())
}

/** Root has no user namespaces to sandbox with; nothing here may look for the network. */
export const chromiumArguments: readonly string[] = [
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	'--disable-gpu',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--no-first-run',
]
