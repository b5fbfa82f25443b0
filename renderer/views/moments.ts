const day = 86_400_000

/** "Today, 10:42", "Yesterday, 09:05", "16 April, 10:42", "16 April 2022": a moment beside the present one. */
export function momentOf(at: number, now: number): string {
	const date = new Date(at)
	const midnight = new Date(now).setHours(0, 0, 0, 0)
	const time = date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' })
	if (at >= midnight && at < midnight + day) return `Today, ${time}`
	if (at >= midnight - day && at < midnight) return `Yesterday, ${time}`
	const sameYear = date.getFullYear() === new Date(now).getFullYear()
	const words = date.toLocaleDateString('en-GB', {
		day: 'numeric',
		month: 'long',
		...(sameYear ? {} : { year: 'numeric' }),
	})
	return sameYear ? `${words}, ${time}` : words
}
