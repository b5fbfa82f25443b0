/**
 * What Electron runs when it is told the folder of an app: `electron [-r MODULE]… FOLDER [WORD]…`.
 * Electron's releases bring such a program; the runtime from the registry does not.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { app } from 'electron'

const require = createRequire(import.meta.url)
const words = process.argv.slice(1)
let folder
while (words.length > 0 && folder === undefined) {
	const word = words.shift()
	if (word === '-r' || word === '--require') require(resolve(words.shift()))
	else if (!word.startsWith('-')) folder = resolve(word)
}
if (folder === undefined) {
	process.stderr.write('Say which app to start: electron FOLDER\n')
	app.exit(2)
} else {
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
	Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
	app.setName(manifest.productName ?? manifest.name)
	app.setVersion(manifest.version)
	app.setAppPath(folder)
	// Awaited, so that Electron is ready only after the app's entry was read.
	await import(pathToFileURL(join(folder, manifest.main)).href)
}
