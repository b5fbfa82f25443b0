import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { assetPolicy, commonHeaders } from '../page/policy.ts'

/** Milliseconds after which an offer that nobody took is forgotten. */
const patience = 15 * 60_000

/** Files that wait to be downloaded, each once. */
export class Downloads {
	readonly #offers = new Map<string, { readonly name: string; readonly bytes: Uint8Array }>()

	/** @returns the path, relative to the page, where the file waits */
	offer(name: string, bytes: Uint8Array): string {
		const id = randomUUID()
		this.#offers.set(id, { name, bytes })
		setTimeout(() => this.#offers.delete(id), patience).unref()
		return `download/${id}`
	}

	/** @returns false when nothing waits under this id */
	take(id: string, response: ServerResponse): boolean {
		const offer = this.#offers.get(id)
		if (offer === undefined) return false
		this.#offers.delete(id)
		response.writeHead(200, {
			...commonHeaders,
			'Content-Security-Policy': assetPolicy,
			'Content-Type': 'application/octet-stream',
			'Content-Length': offer.bytes.byteLength,
			'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(offer.name)}`,
			'Cache-Control': 'no-store',
		})
		response.end(offer.bytes)
		return true
	}
}
