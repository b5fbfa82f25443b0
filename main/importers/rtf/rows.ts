/** How one row of a table is divided, as the words between `\trowd` and `\row` say it. */
export interface RowDefinition {
	readonly header: boolean
	/** Left edge, in twips (1/1440 inch). */
	readonly left: number
	readonly cells: readonly CellDefinition[]
}

export interface CellDefinition {
	/** Right edge, in twips. */
	readonly right: number
	/** Part of the cell to its left. */
	readonly joinsLeft: boolean
	/** Part of the cell above. */
	readonly joinsAbove: boolean
}

/** More cells in a row are not looked at. */
const mostCells = 500

/** Collects the definition of the row that is being read. */
export class RowBuilder {
	#header = false
	#left = 0
	#cells: CellDefinition[] = []
	#joinsLeft = false
	#joinsAbove = false

	/** @returns false where the word is about something else */
	word(name: string, value: number | null): boolean {
		switch (name) {
			case 'trowd':
				this.#header = false
				this.#left = 0
				this.#cells = []
				this.#joinsLeft = false
				this.#joinsAbove = false
				return true
			case 'trhdr':
				this.#header = true
				return true
			case 'trleft':
				this.#left = value ?? 0
				return true
			case 'clmgf':
			case 'clvmgf':
				return true
			case 'clmrg':
				this.#joinsLeft = true
				return true
			case 'clvmrg':
				this.#joinsAbove = true
				return true
			case 'cellx':
				if (this.#cells.length < mostCells)
					this.#cells.push({
						right: value ?? 0,
						joinsLeft: this.#joinsLeft,
						joinsAbove: this.#joinsAbove,
					})
				this.#joinsLeft = false
				this.#joinsAbove = false
				return true
			default:
				return false
		}
	}

	get row(): RowDefinition {
		return { header: this.#header, left: this.#left, cells: this.#cells }
	}
}
