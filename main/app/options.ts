import type { DocumentId, FileToken, VersionId } from '../../corpus/ids.ts'
import type { ProgramPart } from '../../corpus/program.ts'
import type { Bridge, ShowTarget } from '../../preload/bridge.ts'
import type { AppLimits } from './limits.ts'

/** Everything about the world that varies between faces, machines and tests. */
export interface AppOptions {
	/** The library's folder; made when it is not there. Absolute. */
	readonly folder: string
	readonly face: 'desktop' | 'browser' | 'command-line'
	readonly appVersion: string
	readonly program: ProgramOptions
	/** Milliseconds since 1970-01-01 UTC. */
	readonly clock: () => number
	/** A new UUIDv7. */
	readonly newId: () => string
	readonly log: Log
	readonly host: Host
	/** Starts a thread with one connection to the library, or its stand-in in this thread. */
	readonly startWorker: (role: 'engine' | 'reader') => WorkerPort
	/** Starts a child process that runs the parser. */
	readonly startParser: () => ParserProcess
	/** Bounds on files and parsers that differ from the usual ones. */
	readonly limits?: Partial<AppLimits>
}

/** What the reader may be told of the program, beside its version. */
export interface ProgramOptions {
	/** What it runs on. */
	readonly parts: readonly ProgramPart[]
	/** Where the licences of Electron and of Chromium lie; null: nowhere. Absolute. */
	readonly licencesFolder: string | null
	/** Whether the user had an older version until now. Once it said so, it does not say so again, in later runs neither. */
	readonly takeUpdate: () => boolean
}

export type Log = (level: 'info' | 'warning' | 'error', message: string, details?: unknown) => void

/** What only the face can do: ask the reader, use the system. Paths are absolute. */
export interface Host {
	/**
	 * `endings` (without the dot) are those of documents; other files may be chosen all the same. Empty: the
	 * reader thought better of it. Error `unsupported` where there are no dialogs.
	 */
	chooseFiles(kind: 'documents' | 'table', endings: readonly string[]): Promise<readonly string[]>
	chooseFolder(kind: 'documents' | 'export' | 'library'): Promise<string | null>
	/** Asks where to save a file of this name; null: the reader thought better of it. */
	choosePlace(name: string): Promise<string | null>
	/** Opens a copy of these bytes in the system's program for files that end like this name. */
	openCopy(name: string, bytes: Uint8Array): Promise<void>
	/** Shows a folder in the system's file manager. */
	showFolder(folder: string): Promise<void>
	/** Asks, then opens the address in the system's program. The address was checked before. */
	openLink(href: string): Promise<void>
	/** Opens another library in place of this one. Error where it cannot be opened; this one then stays. */
	openLibrary(folder: string): Promise<void>
	/** Makes bytes available for download; null where files are written to folders. */
	readonly offerDownload: ((name: string, bytes: Uint8Array) => string) | null
}

/** Two ends that exchange structured clones, like the ports of a worker thread. */
export interface WorkerPort {
	post(message: unknown, transfer?: readonly ArrayBuffer[]): void
	onMessage(listener: (message: unknown) => void): void
	/** The thread is gone; `reason` is for the log. */
	onExit(listener: (reason: string) => void): void
	terminate(): Promise<void>
}

/** A child process that parses one file at a time. Messages are structured clones. */
export interface ParserProcess {
	readonly pid: number
	post(message: unknown): void
	onMessage(listener: (message: unknown) => void): void
	onExit(listener: (reason: string) => void): void
	/** At once, whatever it is doing. */
	kill(): void
}

export interface App {
	readonly bridge: Bridge
	readonly assets: (
		version: VersionId,
		key: string,
	) => Promise<{ mediaType: string; bytes: Uint8Array } | null>
	/**
	 * Makes a file or folder known, so that the page can name it. Not a call: only faces do it.
	 * `name`: what people are told of it; the last part of the path, unless told.
	 */
	readonly issueToken: (path: string, name?: string) => FileToken
	/** Tells the page to show something, e.g. for a `commonplace://` link; false when it is not in this library. */
	readonly show: (target: ShowTarget) => Promise<boolean>
	readonly originalOf: (document: DocumentId) => Promise<{ path: string; fileName: string } | null>
	/** Waits for what was acknowledged to be durable, closes the library, ends workers and parsers. */
	readonly close: () => Promise<void>
}
