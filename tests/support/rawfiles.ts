import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

/**
 * Lets Node run the sources as they are: a file that is imported with `?raw` is a module that exports its
 * text. For `node --import`; the build does the same.
 */
registerHooks({
	load: (url, context, next) => {
		const address = new URL(url)
		if (address.search !== '?raw') return next(url, context)
		address.search = ''
		const text = readFileSync(address, 'utf8')
		return { format: 'module', source: `export default ${JSON.stringify(text)}`, shortCircuit: true }
	},
})
