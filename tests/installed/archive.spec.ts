import { homedir } from 'node:os'
import { join, sep } from 'node:path'
import { inspect } from '../../main/packaging/inspection.ts'
import { root } from '../support/desktop.ts'
import { expect, test } from './support/fixtures.ts'

test('the package brings what the program consists of, and nothing of its making', async ({ reader: _ }) => {
	const folders = [root, join(homedir(), sep)].filter((folder) => folder !== sep)
	expect(inspect('/usr/lib/commonplace', folders)).toEqual([])
})
