import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { UserError } from '../../../corpus/errors.ts'

/**
 * All bytes of a file.
 *
 * @param most bytes; a larger file is refused, also one that grows while it is read
 * @throws UserError `refused` when the file is too large, or cannot be read
 */
export async function bytesOf(path: string, most: number): Promise<Uint8Array> {
	const file = await open(path).catch(() => {
		throw new UserError('refused', 'This file is not there, or may not be read.')
	})
	try {
		const { size } = await file.stat()
		if (size > most) throw tooLarge(most)
		const bytes = new Uint8Array(size)
		let length = 0
		while (length < size) {
			const { bytesRead } = await file.read(bytes, length, size - length, length)
			if (bytesRead === 0) break
			length += bytesRead
		}
		return bytes.subarray(0, length)
	} catch (error) {
		if (error instanceof UserError) throw error
		throw new UserError('refused', 'This file could not be read to its end.')
	} finally {
		await file.close()
	}
}

/** SHA-256, in hex. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const tooLarge = (most: number) =>
	new UserError(
		'refused',
		`This file is larger than ${Math.floor(most / 1e6)} MB, the most that can be read.`,
	)
