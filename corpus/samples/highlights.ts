import type { SampleHighlight } from './samplelibrary.ts'

const day = 'a-day-in-hanoi.md'
const call = 'a-call-across-the-pacific.md'
const duties = 'anti-dumping-for-beginners.txt'
const soil = 'bien-hoa-after-the-fences.html'
const sea = 'words-for-a-sea.md'
const river = 'mekong-who-asks-for-what.html'
const notice = 'thong-cao-ngay-15-thang-4.txt'
const campus = 'a-campus-and-its-visas.md'
const same = 'same-words-other-day.md'

const partnership = 'Partnership'
const trade = 'Trade and investment'
const tariffs = 'Trade and investment/Tariffs, anti-dumping'
const chains = 'Trade and investment/Supply chains'
const eastSea = 'East Sea · Biển Đông'
const war = 'War legacies'
const dioxin = 'War legacies/Dioxin'
const climate = 'Climate and energy'
const education = 'Education'
const silence = 'What is not said'

/** Passages that a first reader of the sample may have marked. */
export const highlights: readonly SampleHighlight[] = [
	{
		document: day,
		quote: 'comprehensive partnership between Việt Nam and the United States',
		themes: [partnership],
		note: '“Comprehensive”, not yet “strategic”: see the March call.',
	},
	{
		document: day,
		quote: 'The word upgrade was in the room; nobody wrote down a day for it.',
		themes: [partnership, silence],
	},
	{ document: day, quote: '123 billion dollars the year before', themes: [trade] },
	{
		document: day,
		quote: 'restraint in anti-dumping and anti-subsidy duties on farm produce and furniture',
		themes: [tariffs, partnership],
		note: 'He asks for **restraint**, not removal. Compare the wording of the March phone call, where trade is only “harmonious”.',
	},
	{ document: day, quote: 'clean-up of dioxin at the Biên Hòa air base', themes: [dioxin] },
	{ document: day, quote: 'more money would be set aside for the consequences of the war', themes: [war] },
	{
		document: day,
		quote:
			'disputes settled peacefully, under international law and the 1982 convention on the law of the sea',
		themes: [eastSea],
	},
	{ document: day, quote: 'It is in who says it beside whom.', themes: [] },
	{
		document: day,
		quote: 'The duties on furniture were mentioned by one side only.',
		themes: [tariffs, silence],
	},
	{
		document: call,
		quote:
			'an economy, a science and a technology that should become the centre and the engine of the relationship',
		themes: [partnership, trade],
	},
	{
		document: call,
		quote:
			'supply chains made safe, with infrastructure, logistics, the digital economy, the green transition and health care',
		themes: [chains],
		note: 'Taken up again in the Mekong table: a chain that stands a tariff but not a drought.',
	},
	{
		document: call,
		quote: 'put the past on the shelf, get over what divides, add to what is shared, look ahead',
		themes: [war],
	},
	{
		document: call,
		quote: 'a Fulbright University that becomes a centre of quality for its region',
		themes: [education],
	},
	{ document: call, quote: 'force neither used nor threatened', themes: [eastSea] },
	{ document: call, quote: 'the dates were left to the offices concerned', themes: [silence] },
	{
		document: duties,
		quote: 'there must be dumping, there must be injury, and one must come from the other',
		themes: [tariffs],
	},
	{
		document: duties,
		quote: 'A duty there is felt in employment and livelihoods before it is felt in a balance.',
		themes: [tariffs],
	},
	{
		document: duties,
		quote: 'It means that a surplus has been noticed.',
		themes: [trade],
		note: 'So *harmonious* is a word about the balance of trade.',
	},
	{
		document: soil,
		quote: 'here are two former enemies carrying it away together',
		themes: [dioxin, partnership],
	},
	{ document: soil, quote: 'more resources and a larger budget', themes: [war] },
	{ document: soil, quote: 'of them the readouts of that day do not speak', themes: [dioxin, silence] },
	{
		document: sea,
		quote: 'To say “including the 1982 convention” is to say that the measure is not open for bargaining.',
		themes: [eastSea],
	},
	{ document: sea, quote: 'One adverb in two weeks is a fast pace in this field.', themes: [eastSea] },
	{ document: sea, quote: 'and no longer said when', themes: [eastSea, silence] },
	{ document: river, quote: 'Clean energy and the transition to it', themes: [climate] },
	{
		document: river,
		quote: 'A supply chain that can stand a tariff but not a drought is not secure.',
		themes: [chains, climate],
	},
	{
		document: river,
		quote: 'Lists are where subjects go to be agreed on, and sometimes to sleep.',
		themes: [],
	},
	{ document: notice, quote: 'hạn chế áp thuế chống bán phá giá và chống trợ cấp', themes: [tariffs] },
	{ document: notice, quote: 'xử lý đi-ô-xin ở sân bay Biên Hòa', themes: [dioxin] },
	{ document: notice, quote: 'tiến tới một COC có hiệu lực, thực chất', themes: [eastSea] },
	{
		document: campus,
		quote: 'a flow of fees, of visas granted and refused, and of people who come back or do not',
		themes: [education],
	},
	{ document: campus, quote: 'teachers, whose exchange costs little and lasts long', themes: [education] },
	{
		document: same,
		quote: 'The change from depth to height is the news of the spring.',
		themes: [partnership],
	},
	{
		document: same,
		quote: 'no sum, no name of a new level, no date',
		themes: [silence],
		note: 'The three silences. Start the essay here.',
	},
]
