import type { ThemeId } from '../../corpus/ids.ts'

/** How a theme shows: what every element that names or paints themes needs to know of it. */
export interface ThemeLook {
	readonly id: ThemeId
	readonly name: string
	/** Names from the top of the tree down to its own. */
	readonly path: readonly string[]
	/** 0 to 9: its own hue, or the one that it inherits. */
	readonly hue: number
}

/** Degrees of OKLCH for the ten hues. */
const angles = [250, 25, 145, 85, 310, 195, 55, 280, 0, 115] as const

/** The angle of a hue in OKLCH, in degrees. */
export const hueAngle = (hue: number): number => angles[hue] ?? angles[0]

/** A `style` attribute that sets `--hue` for the tints, lanes and names inside. */
export const hueStyle = (hue: number): string => `--hue: ${hueAngle(hue)}`
