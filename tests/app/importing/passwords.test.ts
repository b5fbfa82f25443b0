import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { UserError } from '../../../corpus/errors.ts'
import { clientOf } from '../../contract/client.ts'
import { paragraphDocument, stubParser } from '../support/stubparser.ts'
import { openTestApp, type TestApp } from '../support/world.ts'

const opened: TestApp[] = []
afterEach(async () => {
	for (const { close } of opened.splice(0)) await close()
})

/** A file whose first line is `locked WORD` opens with that word alone. */
const lockedParser = stubParser(({ bytes, options }) => {
	const [first = '', ...rest] = new TextDecoder().decode(bytes).split('\n')
	const word = first.startsWith('locked ') ? first.slice(7) : undefined
	if (word !== undefined && options.password !== word)
		throw new UserError('password', 'It opens only with its password.')
	return [paragraphDocument('', rest.join(' '))]
})

async function scene(files: Readonly<Record<string, string>>) {
	const app = await openTestApp({ startParser: lockedParser })
	opened.push(app)
	const folder = join(app.root, 'papers')
	await mkdir(folder)
	for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
	return { ...app, ...clientOf(app.app.bridge), papers: app.app.issueToken(folder) }
}

const secret = 'correct-horse'

test('a locked file waits for its password, the others get in', async () => {
	const { call, job, papers } = await scene({
		'a.txt': `locked ${secret}\nFirst words`,
		'b.txt': 'open\nSecond words',
	})
	const { outcomes } = await call('import.files', { job: job(), files: [papers], html: 'article' })
	const [locked, open] = outcomes
	expect(open).toMatchObject({ kind: 'added', title: 'Second words' })
	if (locked?.kind !== 'locked') throw new Error(JSON.stringify(locked))
	expect(locked).toMatchObject({ file: 'papers/a.txt', reason: 'It opens only with its password.' })

	const again = (password: string) =>
		call('import.files', { job: job(), files: [locked.token], html: 'article', password })
	expect((await again('wrong')).outcomes).toMatchObject([{ kind: 'locked', file: 'a.txt' }])
	expect((await again(secret)).outcomes).toMatchObject([{ kind: 'added', title: 'First words' }])
})

test('the password is nowhere afterwards: not in the library, not in the log', async () => {
	const { call, job, papers, folder, logged, app } = await scene({ 'a.txt': `locked ${secret}x\nWords` })
	const password = `${secret}x`
	await call('import.files', { job: job(), files: [papers], html: 'article', password })
	await app.bridge.call('import.files', { job: job(), files: [papers], html: 'no', password })
	expect(await call('documents.list', {})).toHaveLength(1)
	await app.close()
	expect((await readFile(join(folder, 'library.sqlite'))).includes(password)).toBe(false)
	expect(logged.join('\n')).not.toContain(password)
})
