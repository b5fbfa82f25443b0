import { execFile, spawn } from 'node:child_process'
import {
	chmodSync,
	cpSync,
	existsSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ReadDb, WriteDb } from '../../main/store/connection.ts'
import { openLibrary } from '../../main/store/library.ts'
import { libraryFile } from '../../main/store/libraryfile.ts'
import { migrations } from '../../main/store/migrations/all.ts'
import { addText, engineOn, newLibrary, temporaryFolder, world } from './world.ts'

/** Opens the library in another process (and holds it, or it would be collected and closed), says `open` or the error's code, and waits to be killed. */
const opener = (folder: string) => `
	const { openLibrary } = await import(${JSON.stringify(resolve('main/store/library.ts'))})
	try {
		globalThis.library = openLibrary(${JSON.stringify(folder)}, { clock: Date.now, newId: () => crypto.randomUUID() })
		console.log('open')
		setInterval(() => {}, 1000)
	} catch (error) {
		console.log(error.code ?? error)
	}`

/** On Windows a folder's mode forbids nothing. */
const noModes = process.platform === 'win32'

const open = (folder: string) => openLibrary(folder, world())

/** Something happens in the middle of founding, and then it fails. */
const failing = (happens: () => void) => ({
	...world(),
	newId: () => {
		happens()
		throw new Error('no id')
	},
})

const filesOf = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.toSorted()
		.map((path) => [path, readFileSync(path).toString('base64')])

describe('a library', () => {
	it('is made where there is nothing, and found again', () => {
		const folder = join(temporaryFolder(), 'new', 'library')
		const first = open(folder)
		const { id } = first
		first.close()
		expect(readdirSync(folder).toSorted()).toEqual(['library.sqlite', 'lock.sqlite', 'originals'])
		const again = open(folder)
		expect(again.id).toBe(id)
		again.close()
	})

	it('is made in an empty folder, also in one that a file manager looked into', () => {
		const folder = temporaryFolder()
		writeFileSync(join(folder, '.DS_Store'), 'x')
		open(folder).close()
		expect(existsSync(libraryFile(folder))).toBe(true)
	})

	it('is not made among other files', () => {
		const folder = temporaryFolder()
		writeFileSync(join(folder, 'thesis.docx'), 'years of work')
		const before = filesOf(folder)
		expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'not-a-library' }))
		expect(filesOf(folder)).toEqual(before)
	})

	it.each([
		['a text', Buffer.from('not a database, but longer than a header of one hundred bytes'.repeat(4))],
		['another database', otherDatabase()],
	])('is refused when its file is %s', (_, bytes) => {
		const folder = temporaryFolder()
		writeFileSync(libraryFile(folder), bytes)
		const before = filesOf(folder)
		expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'not-a-library' }))
		expect(filesOf(folder)).toEqual(before)
	})

	it('is refused when its place is a file', () => {
		const file = join(temporaryFolder(), 'file')
		writeFileSync(file, 'x')
		expect(() => open(file)).toThrow(expect.objectContaining({ code: 'not-a-library' }))
		expect(readFileSync(file, 'utf8')).toBe('x')
	})

	it('is refused when a newer version wrote it', () => {
		const folder = temporaryFolder()
		open(folder).close()
		const db = WriteDb.openForWriting(libraryFile(folder))
		db.exec(`PRAGMA user_version = ${migrations.length + 1}`)
		db.close()
		const before = filesOf(folder)
		expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'newer' }))
		expect(filesOf(folder)).toEqual(before)
	})

	it.skipIf(noModes)('is refused when it may not be written, and stays as it is', async () => {
		const folder = temporaryFolder()
		open(folder).close()
		const before = filesOf(folder)
		for (const path of [libraryFile(folder), join(folder, 'lock.sqlite')]) chmodSync(path, 0o444)
		chmodSync(folder, 0o555)
		onTestFinished(() => chmodSync(folder, 0o755))
		expect(await codeInAnotherProcess(folder)).toBe('read-only')
		expect(filesOf(folder)).toEqual(before)
	})

	it.skipIf(noModes)('is not made where nothing may be written', async () => {
		const folder = temporaryFolder()
		chmodSync(folder, 0o555)
		expect(await codeInAnotherProcess(join(folder, 'library'))).toBe('read-only')
		expect(readdirSync(folder)).toEqual([])
	})

	it('leaves nothing behind where founding it fails', () => {
		const above = temporaryFolder()
		expect(() =>
			openLibrary(
				join(above, 'new', 'library'),
				failing(() => {}),
			),
		).toThrow('no id')
		expect(readdirSync(above)).toEqual([])
	})

	it('takes nothing away that others put there while founding it failed', () => {
		const folder = join(temporaryFolder(), 'library')
		const other = () => writeFileSync(join(folder, 'words.txt'), 'mine')
		expect(() => openLibrary(folder, failing(other))).toThrow('no id')
		expect(readdirSync(folder)).toEqual(['words.txt'])
	})

	it('opens in one process at a time, and again when that was killed', async () => {
		const folder = join(temporaryFolder(), 'library')
		const other = spawn(process.execPath, ['--input-type=module', '--eval', opener(folder)])
		onTestFinished(() => void other.kill('SIGKILL'))
		const [word] = await other.stdout.setEncoding('utf8').take(1).toArray()
		expect(word).toBe('open\n')
		expect(() => open(folder)).toThrow(expect.objectContaining({ code: 'locked' }))
		const gone = new Promise((ended) => other.on('exit', ended))
		other.kill('SIGKILL')
		await gone
		open(folder).close()
	})

	it('opens once in a process too', () => {
		const library = newLibrary()
		expect(() => open(library.folder)).toThrow(expect.objectContaining({ code: 'locked' }))
	})

	it('is copied before its schema changes', () => {
		const folder = temporaryFolder()
		open(folder).close()
		const next = { version: migrations.length + 1, sql: 'CREATE TABLE later (k INTEGER PRIMARY KEY) STRICT' }
		openLibrary(folder, { ...world(), migrations: [...migrations, next] }).close()
		const [copy = ''] = readdirSync(join(folder, 'backups'))
		expect(copy).toMatch(new RegExp(`^library-version-${migrations.length}-.*\\.sqlite$`))
		const db = ReadDb.openForReading(join(folder, 'backups', copy))
		onTestFinished(() => db.close())
		expect(db.pragma('user_version')).toBe(migrations.length)
	})

	it('stays as it was when a change of its schema fails', () => {
		const folder = temporaryFolder()
		open(folder).close()
		const broken = { version: migrations.length + 1, sql: 'CREATE TABLE later (k); SELECT * FROM nowhere' }
		expect(() => openLibrary(folder, { ...world(), migrations: [...migrations, broken] })).toThrow('nowhere')
		open(folder).close()
	})

	it('says that the disk is full, and keeps what it had', () => {
		const library = newLibrary()
		const engine = engineOn(library)
		addText(engine, 'A first text.')
		library.db.exec(`PRAGMA max_page_count = ${library.db.pragma('page_count') + 3}`)
		const long = Array.from({ length: 2000 }, (_, line) => `Line ${line} of a long text.`).join('\n')
		expect(() => addText(engine, long, 'b.txt')).toThrow(expect.objectContaining({ code: 'disk-full' }))
		expect(engine.handlers['documents.list']({})).toHaveLength(1)
		library.db.exec('PRAGMA max_page_count = 1073741823')
		addText(engine, long, 'b.txt')
		expect(engine.handlers['documents.list']({})).toHaveLength(2)
	})

	it('has all it was told in its one file when it is closed', () => {
		const folder = temporaryFolder()
		const library = open(folder)
		addText(engineOn(library), 'A text.')
		library.close()
		const copy = temporaryFolder()
		cpSync(libraryFile(folder), libraryFile(copy))
		const db = ReadDb.openForReading(libraryFile(copy))
		onTestFinished(() => db.close())
		expect(db.get('SELECT count(*) AS count FROM document')).toEqual({ count: 1 })
	})

	it('can be read beside the writer, in another thread, without seeing half a write', () => {
		const library = newLibrary()
		const db = ReadDb.openForReading(libraryFile(library.folder))
		onTestFinished(() => db.close())
		const count = () => db.get('SELECT count(*) AS count FROM collection')
		library.history.write({ name: 'x' }, (write) => {
			write.run("INSERT INTO collection (id, name) VALUES ('a', 'A')")
			expect(count()).toEqual({ count: 0 })
		})
		expect(count()).toEqual({ count: 1 })
		expect(() => db.get('DELETE FROM collection RETURNING id')).toThrow(/readonly/)
	})
})

/** As root everything may be written: the other process is nobody then. */
async function codeInAnotherProcess(folder: string): Promise<string> {
	const identity = process.getuid?.() === 0 ? { uid: 65534, gid: 65534 } : {}
	const run = promisify(execFile)
	const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', opener(folder)], identity)
	return stdout.trim()
}

function otherDatabase(): Buffer {
	const folder = mkdtempSync(join(tmpdir(), 'commonplace-'))
	const file = join(folder, 'other.sqlite')
	const db = WriteDb.openForWriting(file)
	db.exec('CREATE TABLE bookmarks (url TEXT)')
	db.close()
	const bytes = readFileSync(file)
	rmSync(folder, { recursive: true })
	return bytes
}
