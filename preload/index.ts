import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Change, Reply } from './bridge.ts'
import { channels, type Desktop, desktopName } from './desktop.ts'

const broken = (error: unknown): Reply => ({
	ok: false,
	code: 'internal',
	message: `Commonplace does not answer. What was saved is safe; start it again. (${String(error)})`,
})

const desktop: Desktop<File> = {
	call: (method, input) => ipcRenderer.invoke(channels.call, method, input).catch(broken),
	onChange(listener) {
		const hear = (_event: unknown, change: Change) => listener(change)
		ipcRenderer.on(channels.change, hear)
		return () => ipcRenderer.off(channels.change, hear)
	},
	tokenFor(file) {
		const path = webUtils.getPathForFile(file)
		return path === '' ? Promise.resolve(null) : ipcRenderer.invoke(channels.file, path)
	},
}

contextBridge.exposeInMainWorld(desktopName, desktop)
