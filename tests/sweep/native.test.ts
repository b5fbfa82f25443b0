import { expect, test } from 'vitest'
import { textOfNative } from './native.ts'
import { folded } from './similarity.ts'

test.each([
	['words and spaces', '[Para [Str "One",Space,Str "two",SoftBreak,Emph [Str "three"]]]', 'One two three'],
	['escapes', '[Plain [Str "\\8217\\"a\\&1\\\\\\x41"]]', '’"a1\\A'],
	[
		'code and mathematics',
		'[CodeBlock ("",["hs"],[]) "a\\nb",Para [Code ("",[],[]) "x",Math InlineMath "y"]]',
		'a b xy',
	],
	['quotation marks', '[Para [Quoted DoubleQuote [Str "a"],Quoted SingleQuote [Str "b"]]]', '“a”‘b’'],
	[
		'links, not where they lead',
		'[Para [Link ("",[],[]) [Str "here"] ("https://example.org","title")]]',
		'here',
	],
	['no pictures', '[Para [Str "a",Image ("",[],[]) [Str "alternative"] ("a.png","")]]', 'a'],
	['no raw markup', '[RawBlock (Format "html") "<b>",Para [Str "a",RawInline (Format "tex") "\\\\x"]]', 'a'],
	['notes last', '[Para [Str "a",Note [Para [Str "note"]],Str "b"],Para [Str "c"]]', 'ab c note'],
	[
		'what tracked changes leave',
		'[Para [Span ("",["insertion"],[("author","A")]) [Str "in"],Span ("",["deletion"],[]) [Str "out"],Span ("",["comment-start"],[]) [Str "said"]]]',
		'in',
	],
	[
		'lists',
		'[OrderedList (1,Decimal,Period) [[Plain [Str "a"]],[Plain [Str "b"]]],BulletList [[Para [Str "c"]]]]',
		'a b c',
	],
	[
		'definitions',
		'[DefinitionList [([Str "term"],[[Para [Str "first"]],[Para [Str "second"]]])]]',
		'term first second',
	],
	['verse', '[LineBlock [[Str "a"],[Str "b"]]]', 'a b'],
	[
		'tables of today',
		'[Table ("",[],[]) (Caption Nothing [Plain [Str "cap"]]) [(AlignDefault,ColWidth 0.5)] (TableHead ("",[],[]) [Row ("",[],[]) [Cell ("",[],[]) AlignDefault (RowSpan 1) (ColSpan 2) [Plain [Str "head"]]]]) [(TableBody ("",[],[]) (RowHeadColumns 0) [] [Row ("",[],[]) [Cell ("",[],[]) AlignLeft (RowSpan 1) (ColSpan 1) [Plain [Str "cell"]]]])] (TableFoot ("",[],[]) [])]',
		'cap head cell',
	],
	[
		'tables of old',
		'[Table [Str "cap"] [AlignDefault,AlignLeft] [0.0,0.25] [[Plain [Str "head"]],[]] [[[Plain [Str "a"]],[Para [Str "b"]]]]]',
		'caphead a b',
	],
	[
		'metadata first',
		'Pandoc (Meta {unMeta = fromList [("title",MetaInlines [Str "The",Space,Str "title"])]}) [Para [Str "a"]]',
		'The title a',
	],
	[
		'a share in an attribute',
		'[Para [Str "a"],HorizontalRule,Figure ("",[],[]) (Caption Nothing [Para [Str "cap"]]) []]',
		'a cap',
	],
])('reads %s out of a tree', (_, native, text) => {
	expect(folded(textOfNative(native, true))).toBe(text)
})

test.each(['[Para [Str "a"]', '[Para] ]', 'Para [Str "a"'])('says that %s is no tree', (native) => {
	expect(() => textOfNative(native, true)).toThrow(Error)
})

test('leaves metadata out where it is asked to', () => {
	const native = 'Pandoc (Meta {unMeta = fromList [("title",MetaInlines [Str "T"])]}) [Para [Str "a"]]'
	expect(folded(textOfNative(native, false))).toBe('a')
})
