import { defineConfig } from 'vitest/config'

/** Benches run one after the other in one process: nothing else should take time while they measure. */
export default defineConfig({
	test: {
		include: ['tests/bench/**/*.bench.ts'],
		fileParallelism: false,
		testTimeout: 600_000,
		hookTimeout: 600_000,
	},
})
