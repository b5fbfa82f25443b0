/**
 * How likely a text is to be language rather than the wrong reading of some bytes: the logarithm of how
 * much likelier its letters beyond ASCII are in the best-fitting language than letters drawn at random.
 * Texts without such letters score 0. Readings of the same bytes can be compared; higher is likelier.
 *
 * The letters of each language stand in the order of their frequency, which is taken to fall with the
 * rank (Zipf). That is coarse, but wrong readings are wrong by far: they put capitals inside words,
 * symbols between letters, and letters of several languages side by side.
 */
export function plausibility(text: string): number {
	const { counts, faults } = survey(text)
	let best = counts.size === 0 ? 0 : Number.NEGATIVE_INFINITY
	for (const language of languages) {
		let score = 0
		for (const [character, count] of counts) score += count * weight(character, language)
		best = Math.max(best, score)
	}
	return best - faults
}

/** Log-odds of letters by language; what is not there is alien. */
type Language = ReadonlyMap<string, number>

const random = 0.01
const alien = Math.log(0.00002 / random)
const symbol = Math.log(0.0008 / random)
const punctuation = Math.log(0.03 / random)
const commonPunctuation = new Set('“”‘’„–—…«»€§°·№\u00A0¿¡、。「」，：；！？（）《》・ー')

function weight(character: string, language: Language): number {
	const known = language.get(character)
	if (known !== undefined) return known
	if (commonPunctuation.has(character)) return punctuation
	const code = character.codePointAt(0) ?? 0
	if ((code >= 0x4e00 && code <= 0x9fff) || (code >= 0xac00 && code <= 0xd7a3))
		return language.get(code < 0xa000 ? '漢' : '글') ?? alien
	return /\p{L}|\p{M}/u.test(character) ? alien : /[\u2500-\u259F\p{C}]/u.test(character) ? alien : symbol
}

/** How often each character beyond ASCII occurs, and the penalties for what no language does. */
function survey(text: string): { readonly counts: ReadonlyMap<string, number>; readonly faults: number } {
	const counts = new Map<string, number>()
	let faults = 0
	let before = ''
	for (const character of text) {
		const code = character.codePointAt(0) ?? 0
		if (code >= 0x80) {
			counts.set(character, (counts.get(character) ?? 0) + 1)
			if (code < 0xa0) faults += 6
			else if (isLower(before) && isUpper(character)) faults += 5
		} else if (code < 0x20 && !'\t\n\r\f'.includes(character)) faults += 6
		else if (/[a-z]/i.test(character) && before > '\x7f' && !/[\p{L}\p{M}\p{P}\p{Zs}\u00AD]/u.test(before))
			faults += 3
		if (isLower(before) && code < 0x80 && isUpper(character) && before > '\x7f') faults += 2
		before = character
	}
	return { counts, faults }
}

const isLower = (character: string): boolean => character !== '' && character !== character.toUpperCase()
const isUpper = (character: string): boolean => character !== character.toLowerCase()

/** Only what lies beyond ASCII, the commonest first. */
const alphabets: readonly string[] = [
	'üäöß',
	'éèàêçâîôùûœëïæÿü',
	'óíáéñúü',
	'ãçáéíõóêâúàôü',
	'èàòùéìîó',
	'éàèíóòçúïü',
	'ëéïöüèó',
	'äåöé',
	'øåæéöä',
	'äöåšž',
	'íáðéóöþúæý',
	'łęóążśćńź',
	'íáěéřčžšýůúťďňó',
	'áíéčžýšúľťôňäďóĺŕ',
	'áéőöóüíúű',
	'ăîâțș',
	'ăîâţş',
	'čžšćđ',
	'ıişğçüöâîû',
	'äõüöšž',
	'āīēšņļūžčķģ',
	'ėšįųžąčūę',
	'ħżġċàèìòù',
	'ŵâŷôêîïáëûö',
	'áéíóú',
	'ëç',
	'ĉĝŭŝĵĥ',
	'đàáôưạộảếốìờợấêớơầểâãậịủềữúóăồọùứừựặệíòụũẩởểắứỉẽéèýỳỏổằẫỗỡỹẻỷỵõĩẹửẳẵ',
	'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё',
	'оаниіетвркслдмпуязьбгчхйжїшюцєщфґ',
	'аоеитнрвсдлкпмзуъбгчцяжщйшхюфь',
	'аоеинрстукдвлмпјзгбчшцхжћљњђфџ',
	'анаіоертклусвмядпзыўьжгчэйцхбшюёф',
	'αοιετσνηυρπκμλςωάδίόέγήθύφώχβξζψϊΐϋΰ',
	'יוהלאתשרמבםנדקפכחעסטגצזןץךף',
	'اليمنوترعدبسكةفقحهجىطشصخذزضأثإءئغظؤآ،؟ًٌٍَُِّْـ',
	'انردیهمتوبسشکزفگلقخعحجپصطچضآغذثژظ',
	'านรอก่เ้งมิยลวดัทสตะปบคีหแจพชขใไื็ุูโซ์ณธำผถฟภศษญฐ',
]

/** The commonest characters of Chinese, in both scripts, and of Korean. */
const simplified =
	'的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运'
const traditional =
	'的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運'
const korean =
	'이다는의에을가하고한를은지사로도인기자어시리서대나정아해들스그일수것부보전있라원구제과여게상장주만으와생성안동면위적공세무조소니비마연화경유었던라중신학할되국내때했오관문관모물우방개말까선분려업실없치회'
const hiragana =
	'のにはをたがでてとしれさいるなあっものらまりこうきくそかみよつけせえすめおどだばやわべげずじごろちへほびぎねぶむふぬゆぐざぞ'
const katakana = 'ンーストルイリラアクロドプジシレフテマカタコバムサグメキウニパデエナオビィミダガハッェャ'

const languages: readonly Language[] = [
	...alphabets.map((letters) => ranked(letters, true)),
	han(simplified, {}),
	han(traditional, {}),
	han('日一国十人年大本中長出三会時行五二月分後前生間上', { kana: true }),
	hangul(korean),
]

function ranked(letters: string, withCapitals: boolean): Language {
	const found = new Map<string, number>()
	const characters = [...letters]
	const total = characters.reduce((sum, _, rank) => sum + 1 / (rank + 2), 0)
	for (const [rank, character] of characters.entries()) {
		const odds = Math.log(1 / (rank + 2) / total / random)
		if (!found.has(character)) found.set(character, odds)
		const capital = character.toUpperCase()
		if (withCapitals && capital !== character && capital.length === 1) found.set(capital, odds - 2.5)
	}
	return found
}

function han(common: string, options: { readonly kana?: boolean }): Language {
	const found = new Map<string, number>([...common].map((character) => [character, 3]))
	found.set('漢', 0)
	if (options.kana) {
		for (const character of katakana) found.set(character, 2)
		for (const character of hiragana) found.set(character, 3)
	}
	return found
}

function hangul(common: string): Language {
	const found = new Map<string, number>([...common].map((character) => [character, 3]))
	found.set('글', 0.5)
	found.set('漢', -2)
	return found
}
