import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { recall, remember } from '../../main/system/memory.ts'
import { programOf } from '../../main/system/program.ts'

let folder = ''
let memory = ''
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'commonplace-program-'))
	memory = join(folder, 'memory.json')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const started = (version: string) =>
	programOf({ versions: { node: '24.0.0' }, execPath: join(folder, 'node') }, version, memory)

describe('an update', () => {
	it('is told of once, also over later starts', () => {
		remember(memory, { library: '/home/reader/library', seen: '0.9.2' })
		const first = started('0.10.0')
		expect([first.takeUpdate(), first.takeUpdate()]).toEqual([true, false])
		expect(started('0.10.0').takeUpdate()).toBe(false)
		expect(recall(memory)).toMatchObject({ seen: '0.10.0', library: '/home/reader/library' })
	})

	it('is told of to those whose earlier version did not remember which it was', () => {
		remember(memory, { library: '/home/reader/library' })
		expect(started('0.2.0').takeUpdate()).toBe(true)
	})

	it('is none at the first start of all', () => {
		const first = started('0.2.0')
		// The library is opened before the page asks.
		remember(memory, { library: '/home/reader/library' })
		expect(first.takeUpdate()).toBe(false)
		expect(started('0.2.0').takeUpdate()).toBe(false)
		expect(started('0.2.1').takeUpdate()).toBe(true)
	})

	it('is none where an older version is started again', () => {
		remember(memory, { library: '/home/reader/library', seen: '1.0.0' })
		expect(started('0.9.9').takeUpdate()).toBe(false)
	})

	it('is not told of where it cannot be remembered, since it would be told for ever', () => {
		writeFileSync(join(folder, 'file'), '')
		const program = programOf({ versions: {}, execPath: '/x' }, '1.0.0', join(folder, 'file', 'memory.json'))
		expect(program.takeUpdate()).toBe(false)
	})
})

describe('what the program runs on', () => {
	it('is told as far as it is there', () => {
		expect(started('1.0.0').parts).toEqual([{ name: 'Node.js', version: '24.0.0' }])
		const versions = { node: '24.1.0', electron: '45.4.1', chrome: '152.0.1.2', v8: '15' }
		expect(programOf({ versions, execPath: '/x' }, '1.0.0', memory).parts).toEqual([
			{ name: 'Electron', version: '45.4.1' },
			{ name: 'Chromium', version: '152.0.1.2' },
			{ name: 'Node.js', version: '24.1.0' },
		])
	})

	it('has its licences beside the executable, where they are', () => {
		const electron = { versions: { electron: '45.4.1' }, execPath: join(folder, 'commonplace') }
		expect(programOf(electron, '1.0.0', memory).licencesFolder).toBeNull()
		writeFileSync(join(folder, 'LICENSES.chromium.html'), '')
		expect(programOf(electron, '1.0.0', memory).licencesFolder).toBe(folder)
		expect(started('1.0.0').licencesFolder).toBeNull()
		const mac = { versions: { electron: '45.4.1' }, execPath: join(folder, 'MacOS', 'Commonplace') }
		mkdirSync(join(folder, 'Resources'))
		writeFileSync(join(folder, 'Resources', 'LICENSES.chromium.html'), '')
		expect(programOf(mac, '1.0.0', memory).licencesFolder).toBe(join(folder, 'Resources'))
	})
})
