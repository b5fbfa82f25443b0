import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { stage } from '../../../main/launch/staging.ts'
import { desktopProblem, root, runtime } from './desktop.ts'

/** Lays the built app out for Electron, once for all journeys. */
export default function setup(): void {
	if (!existsSync(join(root, 'out/renderer/index.html'))) throw new Error('Build first: npm run build')
	const electron = runtime()
	if (desktopProblem() === null && electron !== null) stage(root, electron)
}
