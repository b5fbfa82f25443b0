import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { clientOf } from '../../contract/client.ts'
import { openTestApp, type TestApp } from '../support/world.ts'

const opened: TestApp[] = []
afterEach(async () => {
	for (const { close } of opened.splice(0)) await close()
})

test('a table that changes after it was looked at is added as it is then', async () => {
	const app = await openTestApp()
	opened.push(app)
	const { call, job } = clientOf(app.app.bridge)
	const path = join(app.root, 'answers.csv')
	const file = app.app.issueToken(path)
	await writeFile(path, 'id,text\n1,The boats stayed in.\n')
	const { total } = await call('tables.preview', { file })
	expect(total).toBe(1)
	await writeFile(path, 'id,text\n1,The boats went out.\n2,Nobody saw them again.\n')
	const report = await call('tables.import', {
		...{ job: job(), file, repeated: false },
		reading: { headings: true, columns: [{ kind: 'key' }, { kind: 'text' }], markup: 'plain' },
	})
	expect(report).toMatchObject({ added: 2, left: 0 })
	const [first] = await call('documents.list', {})
	if (!first) throw new Error('Nothing was added')
	expect((await call('documents.text', { id: first.id })).text).toContain('The boats went out.')
})
