import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { createPackage } from '@electron/asar'

/** Packs what Electron runs when it is given the folder of an app. @param resources made where missing */
export async function packDefaultApp(source: string, resources: string): Promise<void> {
	mkdirSync(resources, { recursive: true })
	await createPackage(source, join(resources, 'default_app.asar'))
}
