import { join } from 'node:path'
import type { JobId } from '../../../corpus/ids.ts'
import { startChildParser } from '../../../main/app/childparser.ts'
import { createApp } from '../../../main/app/createapp.ts'
import { openLibrary } from '../../../main/store/library.ts'
import { world } from '../../../main/system/world.ts'
import { silentHost } from '../../app/support/world.ts'
import { addText, engineOn } from '../../store/world.ts'
import { root } from '../../support/desktop.ts'
import { benchWorld, prose } from '../measuring.ts'

/** Fills a folder that is empty. */
export type Filling = (folder: string) => void | Promise<void>

export const withManyDocuments: Filling = (folder) => {
	const engine = engineOn(openLibrary(folder, benchWorld()))
	for (let number = 0; number < 10_000; number++)
		addText(engine, `# Document ${number}\n${prose(60, number + 1)}`, `${number}.txt`)
	engine.close()
}

export const withSamples: Filling = async (folder) => {
	const out = join(root, 'out/main')
	const app = await createApp({
		...world(out),
		folder,
		face: 'command-line',
		host: silentHost,
		log: () => {},
		startParser: () => startChildParser(join(out, 'parser.js')),
	})
	const reply = await app.bridge.call('library.sample', { job: 'bench' as JobId })
	await app.close()
	if (!reply.ok) throw new Error(reply.message)
}
