/** White space counts as one space, and not at the ends. */
export const folded = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The most steps of one exact comparison: about two seconds. */
const mostSteps = 5e8

/**
 * How like two texts are, from 0 to 1, white space folded: twice the length of their longest common
 * subsequence of UTF-16 code units, over the length of both. Exact up to some 120,000 code units each;
 * beyond, the texts are first cut at the passages that both have once, so that it is at most too low.
 */
export function similarity(one: string, other: string): number {
	const a = folded(one)
	const b = folded(other)
	if (a === b) return 1
	const whole = a.length + b.length
	return (2 * common(a, b)) / whole
}

/** Length of the longest common subsequence; for very long texts of a long one. */
function common(a: string, b: string): number {
	let start = 0
	const shorter = Math.min(a.length, b.length)
	while (start < shorter && a[start] === b[start]) start++
	let end = 0
	while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++
	const left = a.slice(start, a.length - end)
	const right = b.slice(start, b.length - end)
	if ((left.length * right.length) / 32 <= mostSteps) return start + end + longestCommon(left, right)
	const pieces = cutAlike(left, right)
	if (pieces.length < 2) return start + end
	return pieces.reduce((sum, [x, y]) => sum + common(x, y), start + end)
}

/**
 * Length of the longest common subsequence, 32 columns of the table at a time (Hyyrö 2004, "Bit-parallel
 * LCS-length computation revisited"): each unset bit stands for a column in which the length grows.
 */
function longestCommon(a: string, b: string): number {
	if (a === '' || b === '') return 0
	const words = Math.ceil(a.length / 32)
	const places = new Map<number, Uint32Array>()
	for (let at = 0; at < a.length; at++) {
		const unit = a.charCodeAt(at)
		let bits = places.get(unit)
		if (bits === undefined) {
			bits = new Uint32Array(words)
			places.set(unit, bits)
		}
		bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
	}
	const row = new Uint32Array(words).fill(0xffffffff)
	for (let at = 0; at < b.length; at++) {
		const bits = places.get(b.charCodeAt(at))
		if (bits === undefined) continue
		let carry = 0
		for (let word = 0; word < words; word++) {
			const old = row[word] ?? 0
			const match = (old & (bits[word] ?? 0)) >>> 0
			const sum = old + match + carry
			carry = sum > 0xffffffff ? 1 : 0
			row[word] = (sum | (old & ~match)) >>> 0
		}
	}
	let length = 0
	for (let at = 0; at < a.length; at++) if (((row[at >>> 5] ?? 0) & (1 << (at & 31))) === 0) length++
	return length
}

/** How many words in a row make a passage to cut at. */
const passage = 6

/** Cuts both texts before the passages that each of them has exactly once and in the same order ("patience"). */
function cutAlike(a: string, b: string): readonly (readonly [string, string])[] {
	const inB = passagesOnce(b)
	const pairs = [...passagesOnce(a)].flatMap(([words, at]): [number, number][] => {
		const other = inB.get(words)
		return other === undefined ? [] : [[at, other]]
	})
	const pieces: (readonly [string, string])[] = []
	let last: readonly [number, number] = [0, 0]
	for (const pair of rising(pairs)) {
		// Pieces of some length: each comparison has its price.
		if (pair[0] - last[0] < 2000 && pair[1] - last[1] < 2000) continue
		pieces.push([a.slice(last[0], pair[0]), b.slice(last[1], pair[1])])
		last = pair
	}
	pieces.push([a.slice(last[0]), b.slice(last[1])])
	return pieces
}

/** Where each passage stands that stands there only once, in order. */
function passagesOnce(text: string): ReadonlyMap<string, number> {
	const words = [...text.matchAll(/\S+/g)]
	const places = new Map<string, number | null>()
	for (let at = 0; at + passage <= words.length; at++) {
		const key = words.slice(at, at + passage).join(' ')
		places.set(key, places.has(key) ? null : (words[at]?.index ?? 0))
	}
	return new Map([...places].flatMap(([key, at]): [string, number][] => (at === null ? [] : [[key, at]])))
}

/** The longest run of pairs that rise in both members; they come with the first one rising. */
function rising(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
	const tails: number[] = []
	const before: number[] = []
	for (const [index, [, value]] of pairs.entries()) {
		let low = 0
		let high = tails.length
		while (low < high) {
			const middle = (low + high) >>> 1
			if ((pairs[tails[middle] ?? 0]?.[1] ?? 0) < value) low = middle + 1
			else high = middle
		}
		before[index] = tails[low - 1] ?? -1
		tails[low] = index
	}
	const found: (readonly [number, number])[] = []
	for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] ?? -1) {
		const pair = pairs[at]
		if (pair) found.unshift(pair)
	}
	return found
}
