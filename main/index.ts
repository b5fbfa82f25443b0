/** The desktop app. Nothing is awaited here: Electron becomes ready only after this file was read. */
import { startDesktop } from './shell/start.ts'

startDesktop(import.meta.dirname)
