import type { SampleTheme } from './samplelibrary.ts'

/** The sample's codebook: parents before children. */
export const themes: readonly SampleTheme[] = [
	{
		path: 'Partnership',
		pin: 1,
		description:
			'How the two governments name their relationship, and how high.\n\nTake only wordings, not deeds: *comprehensive*, *new level*, *upgrade*.',
	},
	{ path: 'Trade and investment', pin: 2, description: 'Figures, wishes and complaints about trade.' },
	{
		path: 'Trade and investment/Tariffs, anti-dumping',
		pin: 3,
		description: 'Duties against dumping and subsidies, and whom they hit.',
	},
	{
		path: 'Trade and investment/Supply chains',
		description: 'Goods that must arrive: logistics, rivers, droughts.',
	},
	{
		path: 'East Sea · Biển Đông',
		pin: 4,
		description: 'Convention, declaration, code; navigation and overflight.',
	},
	{ path: 'War legacies', pin: 5, description: 'What the war left behind, and who pays.' },
	{ path: 'War legacies/Dioxin', description: 'Biên Hòa above all.' },
	{ path: 'Climate and energy', pin: 6, description: 'The climate, the Mekong, clean energy.' },
	{ path: 'Education', pin: 7, description: 'Students, campuses, visas, training.' },
	{
		path: 'What is not said',
		pin: 8,
		description:
			'Silences: dates, sums and people that a text leaves out. Quote the sentence that shows the gap.',
	},
]
