import logseqDocument from './logseq.document.liquid?raw'
import logseqPassage from './logseq.passage.liquid?raw'
import logseqTheme from './logseq.theme.liquid?raw'
import obsidianDocument from './obsidian.document.liquid?raw'
import obsidianPassage from './obsidian.passage.liquid?raw'
import obsidianTheme from './obsidian.theme.liquid?raw'
import pandocDocument from './pandoc.document.liquid?raw'
import pandocPassage from './pandoc.passage.liquid?raw'
import pandocTheme from './pandoc.theme.liquid?raw'
import plainDocument from './plain.document.liquid?raw'
import plainPassage from './plain.passage.liquid?raw'
import plainTheme from './plain.theme.liquid?raw'

/** The dialects that export speaks from the start: three Liquid templates each. */
export const presets = {
	plain: { document: plainDocument, theme: plainTheme, passage: plainPassage },
	obsidian: { document: obsidianDocument, theme: obsidianTheme, passage: obsidianPassage },
	logseq: { document: logseqDocument, theme: logseqTheme, passage: logseqPassage },
	pandoc: { document: pandocDocument, theme: pandocTheme, passage: pandocPassage },
} as const
