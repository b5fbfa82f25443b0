const slots = 256

/**
 * Tells a thread that is busy, and so hears no messages, that nobody waits for a piece of work any more:
 * memory that both threads see. Work is numbered from 1; of 256 pieces in a row each has a place of its own.
 */
export interface Cancellations {
	/** Goes to the other thread, which makes its own view of it. */
	readonly buffer: SharedArrayBuffer
	cancel(work: number): void
	isCancelled(work: number): boolean
}

export function cancellations(buffer = new SharedArrayBuffer(slots * 4)): Cancellations {
	const numbers = new Int32Array(buffer)
	return {
		buffer,
		cancel: (work) => void Atomics.store(numbers, work % slots, work),
		isCancelled: (work) => Atomics.load(numbers, work % slots) === work,
	}
}
