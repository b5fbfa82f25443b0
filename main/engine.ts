/** The engine's thread: the one connection that writes. */
import { v7 } from 'uuid'
import { serveEngine } from './app/engineservice.ts'
import { parentThread } from './app/threads.ts'

serveEngine(parentThread(), { clock: Date.now, newId: v7 })
