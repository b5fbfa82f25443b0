import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const main = `
const { app, BrowserWindow } = require('electron')
app.setPath('userData', process.env.COMMONPLACE_HOME)
app.whenReady().then(() => {
	const window = new BrowserWindow({ width: 1366, height: 768, show: false })
	window.once('ready-to-show', () => window.show())
	window.loadFile('index.html')
})
app.on('window-all-closed', () => app.quit())
`

/** The least that an Electron app can be: a window with one static page. @returns its folder */
export function bareWindow(scratch: string): string {
	const folder = join(scratch, 'bare')
	mkdirSync(folder)
	writeFileSync(join(folder, 'package.json'), '{ "name": "bare", "version": "1.0.0", "main": "main.js" }')
	writeFileSync(join(folder, 'main.js'), main)
	writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Bare</title><p>A static page.</p>')
	return folder
}
