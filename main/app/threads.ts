import { type MessagePort, parentPort, Worker } from 'node:worker_threads'
import type { WorkerPort } from './options.ts'

/** Starts a worker thread that runs the module at this address. Only entries know such addresses. */
export function startThread(entry: URL): WorkerPort {
	const worker = new Worker(entry)
	let reason = ''
	worker.on('error', (error) => {
		reason = error instanceof Error ? (error.stack ?? error.message) : String(error)
	})
	return {
		post: (message, transfer) => worker.postMessage(message, [...(transfer ?? [])]),
		onMessage: (listener) => void worker.on('message', listener),
		onExit: (listener) => void worker.on('exit', (code) => listener(reason || `exit code ${code}`)),
		terminate: async () => {
			await worker.terminate()
		},
	}
}

/** The other end: the thread's way to whoever started it. @throws Error outside a worker thread */
export function parentThread(): WorkerPort {
	if (!parentPort) throw new Error('This module runs as a worker thread only.')
	const port: MessagePort = parentPort
	return {
		post: (message, transfer) => port.postMessage(message, [...(transfer ?? [])]),
		onMessage: (listener) => void port.on('message', listener),
		onExit: (listener) => void port.on('close', () => listener('the application is gone')),
		terminate: async () => port.close(),
	}
}
