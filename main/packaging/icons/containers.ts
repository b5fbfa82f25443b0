/** An icon's picture: a square PNG. */
export interface Picture {
	/** Pixels of a side. */
	readonly size: number
	readonly png: Uint8Array
}

/**
 * Windows' icon file: a header, one entry for each picture, then the PNGs themselves, which every Windows
 * since Vista reads at any size. Sizes up to 256.
 * Format: the ICO directory as Microsoft describes it for `ICONDIR` and `ICONDIRENTRY`.
 */
export function ico(pictures: readonly Picture[]): Uint8Array {
	const head = 6 + 16 * pictures.length
	const starts = startsOf(pictures, head, 0)
	const file = new Uint8Array(head + total(pictures, 0))
	const view = new DataView(file.buffer)
	view.setUint16(2, 1, true)
	view.setUint16(4, pictures.length, true)
	for (const [index, { size, png }] of pictures.entries()) {
		if (size > 256) throw new RangeError(`An icon of ${size} pixels does not fit into an .ico file.`)
		const entry = 6 + 16 * index
		const start = starts[index] ?? 0
		// One byte a side: 256 is written as 0.
		view.setUint8(entry, size % 256)
		view.setUint8(entry + 1, size % 256)
		view.setUint16(entry + 4, 1, true)
		view.setUint16(entry + 6, 32, true)
		view.setUint32(entry + 8, png.length, true)
		view.setUint32(entry + 12, start, true)
		file.set(png, start)
	}
	return file
}

/** The names that Apple gives to PNGs in an icon, by pixels; `@2x` ones are the doubled size below. */
const appleNames: Readonly<Record<number, readonly string[]>> = {
	16: ['icp4'],
	32: ['icp5', 'ic11'],
	64: ['icp6', 'ic12'],
	128: ['ic07'],
	256: ['ic08', 'ic13'],
	512: ['ic09', 'ic14'],
	1024: ['ic10'],
}

/**
 * macOS' icon file: `icns`, the length of all, then for each picture its name, its length with these eight
 * bytes, its PNG; numbers are big-endian. Pictures of sizes that it has no name for are left out.
 */
export function icns(pictures: readonly Picture[]): Uint8Array {
	const named = pictures.flatMap((picture) =>
		(appleNames[picture.size] ?? []).map((name) => ({ ...picture, name })),
	)
	const file = new Uint8Array(8 + total(named, 8))
	const view = new DataView(file.buffer)
	const starts = startsOf(named, 8, 8)
	writeName(file, 0, 'icns')
	view.setUint32(4, file.length)
	for (const [index, { name, png }] of named.entries()) {
		const start = starts[index] ?? 0
		writeName(file, start, name)
		view.setUint32(start + 4, png.length + 8)
		file.set(png, start + 8)
	}
	return file
}

const total = (pictures: readonly Picture[], extra: number): number =>
	pictures.reduce((sum, { png }) => sum + extra + png.length, 0)

/** Where each picture begins when they follow each other, with so many bytes before each. */
const startsOf = (pictures: readonly Picture[], first: number, extra: number): readonly number[] =>
	pictures.map((_, index) => first + total(pictures.slice(0, index), extra))

function writeName(file: Uint8Array, at: number, name: string): void {
	for (let index = 0; index < name.length; index += 1) file[at + index] = name.charCodeAt(index)
}
