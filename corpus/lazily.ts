/** What `make` makes, made when it is first asked for: for what takes time and not every start needs. */
export function lazily<Made>(make: () => Made): () => Made {
	let made: { readonly value: Made } | null = null
	return () => {
		made ??= { value: make() }
		return made.value
	}
}
