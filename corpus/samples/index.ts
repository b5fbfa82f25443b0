import call from './files/a-call-across-the-pacific.md?raw'
import campus from './files/a-campus-and-its-visas.md?raw'
import day from './files/a-day-in-hanoi.md?raw'
import duties from './files/anti-dumping-for-beginners.txt?raw'
import soil from './files/bien-hoa-after-the-fences.html?raw'
import river from './files/mekong-who-asks-for-what.html?raw'
import same from './files/same-words-other-day.md?raw'
import notice from './files/thong-cao-ngay-15-thang-4.txt?raw'
import three from './files/three-reports-one-evening.txt?raw'
import sea from './files/words-for-a-sea.md?raw'
import { highlights } from './highlights.ts'
import type { SampleLibrary } from './samplelibrary.ts'
import { themes } from './themes.ts'

/** Ten short documents on two diplomatic conversations of spring 2023, as a first reader may have worked on them. */
export const sampleLibrary: SampleLibrary = {
	documents: [
		{ fileName: 'a-day-in-hanoi.md', text: day },
		{ fileName: 'a-call-across-the-pacific.md', text: call },
		{ fileName: 'anti-dumping-for-beginners.txt', text: duties },
		{ fileName: 'bien-hoa-after-the-fences.html', text: soil },
		{ fileName: 'words-for-a-sea.md', text: sea },
		{ fileName: 'mekong-who-asks-for-what.html', text: river },
		{ fileName: 'thong-cao-ngay-15-thang-4.txt', text: notice },
		{ fileName: 'three-reports-one-evening.txt', text: three },
		{ fileName: 'a-campus-and-its-visas.md', text: campus },
		{ fileName: 'same-words-other-day.md', text: same },
	],
	themes,
	highlights,
	notes: [
		{
			target: 'library',
			body: '# What moved between March and April?\n\nTwo conversations, seventeen days apart. Working idea: **height replaces depth**, and money appears while dates disappear.\n\n- [ ] Check the wording on trade in both\n- [ ] Who names the code of conduct first?\n- [x] Collect the silences under *What is not said*',
		},
		{
			target: { theme: 'What is not said' },
			body: 'A silence counts only where the genre would lead one to expect words: dates for visits, sums for promises, names for levels.',
		},
		{
			target: { document: 'three-reports-one-evening.txt' },
			body: 'Three articles in one file. Use *Split here* at each headline, so that each can be cited by itself.',
		},
	],
	collections: [
		{
			name: 'April visit',
			documents: ['a-day-in-hanoi.md', 'three-reports-one-evening.txt', 'thong-cao-ngay-15-thang-4.txt'],
		},
		{ name: 'Trade', documents: ['anti-dumping-for-beginners.txt', 'mekong-who-asks-for-what.html'] },
	],
	status: {
		'a-day-in-hanoi.md': 'reading',
		'a-call-across-the-pacific.md': 'done',
		'thong-cao-ngay-15-thang-4.txt': 'done',
		'bien-hoa-after-the-fences.html': 'reading',
	},
}
