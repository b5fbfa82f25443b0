/** Parts of a file that say nothing to a reader. Those with `\*` are passed over where they are unknown. */
const silent: ReadonlySet<string> = new Set(
	'colortbl generator filetbl revtbl xe tc txe rxe nonshppict nonesttables shprslt ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn private1 mmathPict themedata fontemb datafield pntxta pntxtb'.split(
		' ',
	),
)

/** Whether a group that begins with the word says nothing to a reader. */
export const isSilent = (word: string): boolean => silent.has(word) || /^m[a-z]+Pr$/.test(word)

const transparent: ReadonlySet<string> = new Set('shppict shpinst ud moMath moMathPara do'.split(' '))

/** Whether the words of a group with `\*` and the word belong to the text around it. */
export const isTransparent = (word: string): boolean => transparent.has(word)

/** Whether the word begins a running head or footer. */
export const isRunningHead = (word: string): boolean => /^(?:header|footer)[lrf]?$/.test(word)
