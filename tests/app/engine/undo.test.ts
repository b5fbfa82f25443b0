import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { UserError } from '../../../corpus/errors.ts'
import type { Engine } from '../../../main/app/engine/engine.ts'
import { type Library, type LibraryOptions, openLibrary } from '../../../main/store/library.ts'
import { addText, engineOn, fileOf, parsed, temporaryFolder, world } from '../../store/world.ts'

/** What never changes, and what undo leaves alone. Every other table must come back as it was. */
const beside = new Set(
	'library coder original version structure block asset reading setting export_target step step_row'.split(
		' ',
	),
)

const tablesOf = ({ db }: Library) =>
	db
		.all<{ name: string }>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'")
		.map(({ name }) => name)
		.filter((name) => !beside.has(name) && !name.startsWith('sqlite_'))

/** Everything that can be undone, and what the full-text indexes hold of it. */
function dump(library: Library) {
	const { db } = library
	const tables = tablesOf(library).map((table) => [table, db.all(`SELECT * FROM ${table} ORDER BY k`)])
	const words = ['document', 'note', 'theme'].map((of) => {
		db.exec(
			`CREATE VIRTUAL TABLE IF NOT EXISTS temp.${of}_words USING fts5vocab (main, ${of}_index, instance)`,
		)
		return [of, db.all(`SELECT term, doc, col, "offset" FROM ${of}_words ORDER BY doc, col, "offset", term`)]
	})
	return Object.fromEntries([...tables, ...words])
}

/** What a reader may do. Numbers choose among what there is, so that any list of these means something. */
const actions = {
	add: (engine, [a = 0, b = 0]) => {
		const lines = Array.from(
			{ length: 2 + (a % 5) },
			(_, line) => `Đoạn ${line} of text ${b % 7}, 南海 and more.`,
		)
		engine.handlers['documents.add'](fileOf(`${b % 7}.txt`, parsed(lines.join('\n'))))
	},
	edit: (engine, [a = 0, b = 0]) => {
		const patch = [
			{ title: `Title ${b}` },
			{ citekey: `key${b % 3}` },
			{ issued: { literal: 'undated' } },
			{ citekey: null },
		]
		engine.handlers['documents.edit']({ ids: [pick(documents(engine), a)], patch: pick(patch, b) })
	},
	mark: (engine, [a = 0, b = 0]) => {
		engine.handlers['documents.status']({
			ids: documents(engine).slice(0, 1 + (a % 3)),
			status: pick(['to-read', 'reading', 'done'] as const, b),
		})
	},
	queue: (engine, [a = 0, b = 0]) => {
		const before = b % 3 === 0 ? null : pick(documents(engine), b)
		engine.handlers['documents.queue']({ id: pick(documents(engine), a), before })
	},
	remove: (engine, [a = 0]) => engine.handlers['documents.remove']({ ids: [pick(documents(engine), a)] }),
	split: (engine, [a = 0, b = 0]) => {
		const id = pick(documents(engine), a)
		const { length } = engine.handlers['documents.get']({ id })
		engine.handlers['documents.split']({ id, at: b % length })
	},
	read: (engine, [a = 0, b = 0]) =>
		engine.handlers['documents.position']({ id: pick(documents(engine), a), position: b }),
	collect: (engine, [a = 0]) =>
		engine.handlers['collections.create']({
			name: `Set ${a % 4}`,
			documents: documents(engine).slice(0, a % 3),
		}),
	gather: (engine, [a = 0, b = 0, c = 0]) => {
		const input = { id: pick(collections(engine), a), documents: documents(engine).slice(b % 3) }
		if (c % 3 === 0) engine.handlers['collections.add'](input)
		else if (c % 3 === 1) engine.handlers['collections.take'](input)
		else engine.handlers['collections.remove'](input)
	},
	highlight: (engine, [a = 0, b = 0, c = 0]) => {
		const document = pick(documents(engine), a)
		const { length } = engine.handlers['documents.get']({ id: document })
		const start = b % length
		const end = Math.min(length, start + 1 + (c % 60))
		const note = c % 2 ? {} : { note: `Why ${c}?` }
		engine.handlers['highlights.create']({
			document,
			start,
			end,
			themes: themes(engine).slice(0, c % 2),
			...note,
		})
	},
	adjust: (engine, [a = 0, b = 0, c = 0]) => {
		const id = pick(highlights(engine), a)
		engine.handlers['highlights.move']({ id, start: b % 40, end: (b % 40) + 1 + (c % 40) })
	},
	join: (engine, [a = 0]) => {
		const id = pick(documents(engine), a)
		const ids = engine.handlers['highlights.of']({ document: id }).map((each) => each.id)
		engine.handlers['highlights.join']({ ids })
	},
	unmark: (engine, [a = 0]) => engine.handlers['highlights.remove']({ ids: [pick(highlights(engine), a)] }),
	tag: (engine, [a = 0, b = 0, c = 0]) => {
		const input = { ids: highlights(engine).slice(a % 4), theme: pick(themes(engine), b) }
		if (c % 3) engine.handlers['highlights.tag'](input)
		else engine.handlers['highlights.untag'](input)
	},
	theme: (engine, [a = 0, b = 0]) =>
		engine.handlers['themes.path']({ path: `t${a % 3}/u${b % 3}${b % 2 ? '/v' : ''}` }),
	retheme: (engine, [a = 0, b = 0, c = 0]) => {
		const id = pick(themes(engine), a)
		const other = pick(themes(engine), b)
		const choices = [
			() => engine.handlers['themes.edit']({ id, name: `n${b % 5}`, hue: b % 10 }),
			() => engine.handlers['themes.edit']({ id, pin: 1 + (b % 3) }),
			() => engine.handlers['themes.move']({ id, parent: b % 3 ? other : null, before: null }),
			() => engine.handlers['themes.merge']({ id, into: other }),
			() => engine.handlers['themes.remove']({ id }),
		]
		pick(choices, c)()
	},
	write: (engine, [a = 0, b = 0]) => {
		const targets = [
			{ kind: 'library' } as const,
			...documents(engine).map((id) => ({ kind: 'document', id }) as const),
			...themes(engine).map((id) => ({ kind: 'theme', id }) as const),
			...highlights(engine).map((id) => ({ kind: 'highlight', id }) as const),
		]
		engine.handlers['notes.create']({ target: pick(targets, a), body: `Note ${b}` })
	},
	type: (engine, [a = 0, b = 0, c = 0]) => {
		const id = pick(notes(engine), a)
		const cited = highlights(engine)
			.slice(b % 2, 3)
			.map((each) => `commonplace://x/highlight/${each}`)
		engine.handlers['notes.edit']({ id, body: `Typed ${c} ${cited.join(' ')}`, session: `s${b % 2}` })
	},
	erase: (engine, [a = 0]) => engine.handlers['notes.remove']({ id: pick(notes(engine), a) }),
	undo: (engine) => engine.handlers['history.undo']({}),
	redo: (engine) => engine.handlers['history.redo']({}),
} satisfies Record<string, (engine: Engine, numbers: readonly number[]) => unknown>

type Action = keyof typeof actions

const documents = (engine: Engine) => engine.handlers['documents.list']({}).map(({ id }) => id)
const collections = (engine: Engine) => engine.handlers['collections.list']({}).map(({ id }) => id)
const highlights = (engine: Engine) =>
	engine.handlers['passages.find']({}).map((passage) => passage.highlight.id)
const themes = (engine: Engine) => engine.handlers['themes.list']({}).map(({ id }) => id)
const notes = (engine: Engine) => engine.handlers['notes.list']({}).map(({ id }) => id)

function pick<Item>(items: readonly Item[], number: number): Item {
	const item = items[number % items.length]
	if (item === undefined) throw new UserError('not-found', 'There is nothing to choose from.')
	return item
}

/** How much there is of everything: cheap enough to look at after each doing. */
const sizes = (library: Library) =>
	[...tablesOf(library), 'step', 'step_row'].map((table) =>
		library.db.get(`SELECT count(*) AS count FROM ${table}`),
	)

/** Waiting for the disk would be most of the time, and power cuts are not what is tested here. */
function open(folder: string, options: LibraryOptions): Library {
	const library = openLibrary(folder, options)
	library.db.exec('PRAGMA synchronous = OFF')
	return library
}

/** What is impossible is refused and must change nothing. */
function act(engine: Engine, library: Library, action: Action, numbers: readonly number[]): void {
	const before = sizes(library)
	try {
		actions[action](engine, numbers)
	} catch (error) {
		if (!(error instanceof UserError)) throw error
		expect(sizes(library)).toEqual(before)
	}
}

const doings = fc.array(
	fc.tuple(
		fc.constantFrom(...(Object.keys(actions) as Action[])),
		fc.array(fc.nat(1000), { minLength: 3, maxLength: 3 }),
	),
	{ minLength: 20, maxLength: 60 },
)

/** So that there is something to choose from. */
const beginnings: readonly (readonly [Action, readonly number[]])[] = [
	['add', [4, 1, 0]],
	['theme', [0, 1, 0]],
	['theme', [1, 2, 0]],
	['collect', [1, 0, 0]],
	['highlight', [0, 4, 30]],
	['highlight', [0, 20, 31]],
	['highlight', [1, 40, 33]],
	['write', [1, 0, 0]],
	['write', [4, 1, 0]],
]

describe('whatever a reader does', () => {
	it('is undone to an equal library and redone to an equal one, also after a restart', () => {
		fc.assert(
			fc.property(doings, (list) => {
				const options = world()
				const folder = join(temporaryFolder(), 'library')
				let library = open(folder, options)
				try {
					let engine = engineOn(library, options)
					addText(engine, 'The first paragraph.\nThe second one, somewhat longer.\nA third.')
					for (const [action, numbers] of [...beginnings, ...list]) act(engine, library, action, numbers)
					const after = dump(library)
					const lastDone = engine.handlers['history.list']({}).find(({ state }) => state === 'done')
					engine.handlers['history.goto']({ step: null })
					expect(Object.values(dump(library)).flat()).toEqual([])
					expect(library.db.all('PRAGMA foreign_key_check')).toEqual([])
					library.close()
					library = open(folder, options)
					engine = engineOn(library, options)
					engine.handlers['history.goto']({ step: lastDone?.id ?? null })
					expect(dump(library)).toEqual(after)
					while (engine.handlers['history.undo']({}));
					while (engine.handlers['history.redo']({}));
					engine.handlers['history.goto']({ step: lastDone?.id ?? null })
					expect(dump(library)).toEqual(after)
				} finally {
					library.close()
				}
			}),
			{ numRuns: 25 },
		)
	}, 120_000)
})
