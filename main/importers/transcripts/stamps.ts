/** A time of a recording as transcripts write it, hours or not: `1:02`, `00:01:02`, `00:01:02,500`. */
export const stamp = '(?:\\d{1,3}:)?\\d{1,2}:\\d{1,2}(?:[.,]\\d{1,3})?'

/** Milliseconds; null for what is no time. Hours may be left out. */
export function millisecondsOf(text: string): number | null {
	const match = /^(?:(\d{1,3}):)?(\d{1,3}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(text.trim())
	if (match === null) return null
	const [, hours = '0', minutes = '0', seconds = '0', fraction = '0'] = match
	const whole = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
	return whole * 1000 + Number(fraction.padEnd(3, '0'))
}
