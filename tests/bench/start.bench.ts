import { existsSync, mkdirSync } from 'node:fs'
import { loadavg } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { type Runtime, switches } from '../../main/launch/runtime.ts'
import { desktopProblem, root, runtime, stageDesktop, staged } from '../support/desktop.ts'
import { type Measured, percentile, print, scratchFolder } from './measuring.ts'
import { bareWindow } from './starting/barewindow.ts'
import { coldness, makeCold } from './starting/coldcache.ts'
import { type Filling, withManyDocuments, withSamples } from './starting/libraries.ts'
import { type MemoryUse, memoryAtRest } from './starting/memory.ts'
import { type RunningProgram, startProgram } from './starting/program.ts'
import type { Sight } from './starting/watchpage.ts'

const runs = { cold: 5, warm: 7 } as const
type Warmth = keyof typeof runs

const libraries: Readonly<Record<string, Filling>> = {
	'empty library': () => {},
	'sample library': withSamples,
	'10,000 documents': withManyDocuments,
}

/** What can be started, over and over. */
interface Startable {
	readonly executable: string
	readonly words: readonly string[]
	/** What is read from the disk. Absolute. */
	readonly files: readonly string[]
	/** In the order in which the reader comes to see it. */
	readonly sights: readonly Sight[]
}

const names: Readonly<Record<Sight, string>> = {
	painted: 'to the window',
	library: 'to the library',
	text: 'to the first document',
}

/** The program that `COMMONPLACE_PROGRAM` names by its folder, or what `npm run dist` has packaged; else the built app as it is laid out for development. */
function ownProgram({ executable }: Runtime): { readonly what: string } & Omit<Startable, 'sights'> {
	const packaged = process.env['COMMONPLACE_PROGRAM'] ?? join(root, 'dist/package/linux-unpacked')
	const program = join(packaged, 'commonplace')
	if (existsSync(program))
		return { what: 'the packaged program', executable: program, words: [], files: [packaged] }
	stageDesktop()
	return { what: 'the staged program', executable, words: [staged], files: [join(executable, '..'), staged] }
}

type Times = Readonly<Partial<Record<Sight | 'end', number>>>

/** Starts it with the library, follows it to its last sight, and closes its window. */
async function startAndEnd(
	{ executable, words, sights }: Startable,
	library: string,
	home: string,
): Promise<Times> {
	const program = await startProgram({
		executable,
		args: [...switches(), ...words, '--library', library],
		env: { COMMONPLACE_HOME: home },
	})
	const times: Record<string, number> = {}
	for (const sight of sights) {
		if (sight === 'text') await program.openFirst()
		times[sight] = await program.until(sight)
	}
	times['end'] = await program.end('window')
	return times
}

/** Cold: nothing of it is in memory, nor does it know the user. */
const warmths = (['cold', 'warm'] as const).filter((warmth) => warmth === 'warm' || coldness() !== null)

/** Starts and ends it several times, cold where that is possible, and warm. */
async function startAll(
	startable: Startable,
	library: string,
	folder: string,
): Promise<Readonly<Record<Warmth, readonly Times[]>>> {
	const all: Record<Warmth, Times[]> = { cold: [], warm: [] }
	for (const warmth of warmths)
		for (let run = 0; run < runs[warmth]; run++) {
			if (warmth === 'cold') makeCold([...startable.files, library])
			const home = join(folder, warmth === 'cold' ? `home ${run}` : 'home 0')
			all[warmth].push(await startAndEnd(startable, library, home))
		}
	return all
}

const median = (often: readonly Times[], what: Sight | 'end'): number =>
	percentile(
		often.map((times) => times[what] ?? Number.NaN),
		0.5,
	)

/** What it occupies once nothing happens any more. */
async function resting(
	{ executable, words, sights }: Startable,
	library: string,
	home: string,
): Promise<MemoryUse> {
	const program: RunningProgram = await startProgram({
		executable,
		args: [...switches(), ...words, '--library', library],
		env: { COMMONPLACE_HOME: home },
	})
	await program.until(sights.includes('library') ? 'library' : 'painted')
	const use = await memoryAtRest(program.pid)
	await program.end('SIGTERM')
	return use
}

const problem = desktopProblem()

test.skipIf(problem !== null)('starting', async () => {
	const electron = runtime()
	if (electron === null) throw new Error('There is no Electron runtime.')
	const scratch = scratchFolder()
	const own = ownProgram(electron)
	const bareFolder = bareWindow(scratch)
	const bare: Startable = {
		executable: electron.executable,
		words: [bareFolder],
		files: [join(electron.executable, '..'), bareFolder],
		sights: ['painted'],
	}
	const bareTimes = await startAll(bare, bareFolder, scratch)

	const rows: Measured[] = []
	for (const [name, fill] of Object.entries(libraries)) {
		const folder = join(scratch, name)
		const library = join(folder, 'library')
		mkdirSync(library, { recursive: true })
		await fill(library)
		const sights: readonly Sight[] =
			name === 'empty library' ? ['painted', 'library'] : ['painted', 'library', 'text']
		const times = await startAll({ ...own, sights }, library, folder)
		for (const warmth of warmths)
			for (const sight of sights)
				rows.push({
					what: `${name}, ${warmth}, ${names[sight]}`,
					ours: median(times[warmth], sight),
					unit: 'ms',
					baseline: median(bareTimes[warmth], 'painted'),
					of: 'bare window',
				})
		rows.push({
			what: `${name}, closing the window to the end`,
			ours: median(times.warm, 'end'),
			unit: 'ms',
			baseline: median(bareTimes.warm, 'end'),
			of: 'bare window',
		})
	}
	const [load = 0] = loadavg()
	const forgotten = { all: 'all files', files: 'the files of program and library', null: 'nothing' }
	print(
		`Starting ${own.what} (cold: ${forgotten[coldness() ?? 'null']} out of memory; load ${load.toFixed(1)})`,
		rows,
	)

	if (process.platform !== 'linux') return
	const sample = join(scratch, 'sample library')
	const ours = await resting({ ...own, sights: ['library'] }, join(sample, 'library'), join(sample, 'home 0'))
	const least = await resting(bare, bareFolder, join(scratch, 'home 0'))
	print(
		'Memory at rest, with the sample library shown',
		(['proportional', 'own', 'resident'] as const).map((what) => ({
			what: `${ours.processes} processes, ${{ proportional: 'shared pages divided (PSS)', own: 'own pages (USS)', resident: 'resident (RSS)' }[what]}`,
			ours: ours[what],
			unit: 'MB',
			baseline: least[what],
			of: `bare window, ${least.processes} processes`,
		})),
	)
})
