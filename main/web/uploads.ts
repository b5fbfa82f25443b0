import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { UserError } from '../../corpus/errors.ts'
import type { FileToken } from '../../corpus/ids.ts'
import { usualLimits as appLimits } from '../app/limits.ts'

export interface UploadLimits {
	/** Bytes of one file. */
	readonly file: number
	/** Bytes of all files of one batch: a file, or a folder with all that lies in it. */
	readonly batch: number
}

/** A file that is too large to import need not be sent. */
export const usualLimits: UploadLimits = { file: appLimits.fileSize, batch: 4e9 }

/** Files that pages sent, in a temporary folder that is taken away at the end. */
export class Uploads {
	readonly #issueToken: (path: string) => FileToken
	readonly #limits: UploadLimits
	readonly #sizes = new Map<string, number>()
	#folder: Promise<string> | null = null

	constructor(issueToken: (path: string) => FileToken, limits: UploadLimits) {
		this.#issueToken = issueToken
		this.#limits = limits
	}

	/**
	 * Takes one file in. @param batch which files belong together
	 * @param path `name` or `folder/…/name` as the page knows it
	 * @returns the token of the file or, for a path with folders, of the outermost folder
	 */
	async take(batch: string, path: string, bytes: IncomingMessage): Promise<FileToken> {
		const parts = safeParts(path)
		if (!/^[\w-]{1,64}$/.test(batch) || parts === null)
			throw new UserError('refused', `“${path}” is no name for a file. Rename it and try again.`)
		this.#folder ??= mkdtemp(join(tmpdir(), 'commonplace-'))
		const place = join(await this.#folder, batch)
		const [top] = parts
		const target = join(place, ...parts)
		await mkdir(dirname(target), { recursive: true })
		const measure = new Measure(path, this.#limits, this.#sizes.get(batch) ?? 0)
		await pipeline(bytes, measure, createWriteStream(target, { mode: 0o600 }))
		if (measure.problem !== null) {
			await rm(target, { force: true })
			throw measure.problem
		}
		this.#sizes.set(batch, measure.size)
		return this.#issueToken(join(place, top))
	}

	async close(): Promise<void> {
		if (this.#folder !== null) await rm(await this.#folder, { recursive: true, force: true })
	}
}

/**
 * Lets bytes through up to the limits. What comes after is read and dropped: a browser hears an answer
 * only when all it sends was taken.
 */
class Measure extends Transform {
	size: number
	problem: UserError | null = null
	readonly #path: string
	readonly #limits: UploadLimits
	#own = 0

	constructor(path: string, limits: UploadLimits, before: number) {
		super()
		this.#path = path
		this.#limits = limits
		this.size = before
	}

	override _transform(
		chunk: Buffer,
		_encoding: BufferEncoding,
		done: (error: null, data?: Buffer) => void,
	): void {
		this.size += chunk.length
		this.#own += chunk.length
		if (this.#own > this.#limits.file) this.problem ??= tooLarge(this.#path, this.#limits.file)
		if (this.size > this.#limits.batch)
			this.problem ??= tooLarge(`${this.#path}, with the files before it,`, this.#limits.batch)
		if (this.problem === null) done(null, chunk)
		else done(null)
	}
}

const tooLarge = (what: string, limit: number): UserError =>
	new UserError(
		'refused',
		`${what} is larger than the ${Math.round(limit / 1e6)} MB that can be sent at once. Nothing was added; try smaller pieces, or the desktop app.`,
	)

/** The parts of a path as names that any file system takes; null when it leads elsewhere. */
function safeParts(path: string): readonly [string, ...string[]] | null {
	const [top, ...below] = path.split('/')
	const parts = [top ?? '', ...below] as const
	const fits = (part: string) =>
		part !== '' && part !== '.' && part !== '..' && Buffer.byteLength(part) <= 255
	if (path.length > 4000 || !parts.every(fits)) return null
	const clean = (part: string) => part.replace(/[<>:"|?*\\\p{Cc}]/gu, '_')
	return [clean(parts[0]), ...below.map(clean)]
}
