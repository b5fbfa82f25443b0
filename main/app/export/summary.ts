import type { ExportFile } from '../../../preload/calls/export.ts'

const words: Readonly<Record<ExportFile['action'], string>> = {
	create: 'new',
	update: 'updated',
	rename: 'renamed',
	remove: 'removed',
	unchanged: 'unchanged',
	leave: 'left alone',
}

/** One line for people: `12 files: 3 new, 9 unchanged. 34 passages. Look at 1.` */
export function summaryLine(files: readonly ExportFile[], passages: number): string {
	const parts = Object.entries(words).flatMap(([action, word]) => {
		const count = files.filter((file) => file.action === action).length
		return count === 0 ? [] : [`${count} ${word}`]
	})
	const problems = files.filter(({ problem }) => problem !== null).length
	const counted = `${plural(files.length, 'file')}${parts.length > 0 ? `: ${parts.join(', ')}` : ''}. ${plural(passages, 'passage')}.`
	return problems === 0 ? counted : `${counted} ${plural(problems, 'file')} to look at.`
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`
