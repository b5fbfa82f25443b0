/** The reader's thread: searches, and whatever else takes long, on a connection that only reads. */
import { serveReader } from './app/readerservice.ts'
import { parentThread } from './app/threads.ts'

serveReader(parentThread())
