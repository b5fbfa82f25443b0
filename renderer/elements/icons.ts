import archive from 'lucide-static/icons/archive-restore.svg?raw'
import arrowDown from 'lucide-static/icons/arrow-down.svg?raw'
import ends from 'lucide-static/icons/arrow-left-right.svg?raw'
import arrowUp from 'lucide-static/icons/arrow-up.svg?raw'
import bold from 'lucide-static/icons/bold.svg?raw'
import pages from 'lucide-static/icons/book-image.svg?raw'
import book from 'lucide-static/icons/book-open.svg?raw'
import bookmark from 'lucide-static/icons/bookmark.svg?raw'
import chart from 'lucide-static/icons/chart-no-axes-column.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import chevronDown from 'lucide-static/icons/chevron-down.svg?raw'
import chevronLeft from 'lucide-static/icons/chevron-left.svg?raw'
import chevronRight from 'lucide-static/icons/chevron-right.svg?raw'
import chevronUp from 'lucide-static/icons/chevron-up.svg?raw'
import alert from 'lucide-static/icons/circle-alert.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import help from 'lucide-static/icons/circle-question-mark.svg?raw'
import beside from 'lucide-static/icons/columns-2.svg?raw'
import command from 'lucide-static/icons/command.svg?raw'
import copy from 'lucide-static/icons/copy.svg?raw'
import download from 'lucide-static/icons/download.svg?raw'
import more from 'lucide-static/icons/ellipsis.svg?raw'
import link from 'lucide-static/icons/external-link.svg?raw'
import file from 'lucide-static/icons/file-text.svg?raw'
import folder from 'lucide-static/icons/folder.svg?raw'
import thumbnails from 'lucide-static/icons/gallery-vertical-end.svg?raw'
import highlighter from 'lucide-static/icons/highlighter.svg?raw'
import history from 'lucide-static/icons/history.svg?raw'
import inbox from 'lucide-static/icons/inbox.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import italic from 'lucide-static/icons/italic.svg?raw'
import library from 'lucide-static/icons/library.svg?raw'
import list from 'lucide-static/icons/list.svg?raw'
import filter from 'lucide-static/icons/list-filter.svg?raw'
import passages from 'lucide-static/icons/list-tree.svg?raw'
import join from 'lucide-static/icons/merge.svg?raw'
import note from 'lucide-static/icons/message-square-text.svg?raw'
import minus from 'lucide-static/icons/minus.svg?raw'
import notes from 'lucide-static/icons/notebook-pen.svg?raw'
import sidebar from 'lucide-static/icons/panel-left.svg?raw'
import panel from 'lucide-static/icons/panel-right.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import redo from 'lucide-static/icons/redo-2.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import settings from 'lucide-static/icons/settings.svg?raw'
import tag from 'lucide-static/icons/tag.svg?raw'
import trash from 'lucide-static/icons/trash-2.svg?raw'
import type from 'lucide-static/icons/type.svg?raw'
import undo from 'lucide-static/icons/undo-2.svg?raw'
import upload from 'lucide-static/icons/upload.svg?raw'
import close from 'lucide-static/icons/x.svg?raw'

/** Every icon of Commonplace, from Lucide (ISC licence). One name for one meaning. */
export const icons = {
	alert,
	archive,
	arrowDown,
	arrowUp,
	beside,
	bold,
	book,
	bookmark,
	chart,
	check,
	chevronDown,
	chevronLeft,
	chevronRight,
	chevronUp,
	circleCheck,
	close,
	command,
	copy,
	download,
	ends,
	file,
	filter,
	folder,
	help,
	highlighter,
	history,
	inbox,
	info,
	italic,
	join,
	library,
	link,
	list,
	minus,
	more,
	note,
	notes,
	pages,
	panel,
	passages,
	pencil,
	plus,
	printer,
	redo,
	search,
	settings,
	sidebar,
	tag,
	thumbnails,
	trash,
	type,
	undo,
	upload,
} as const

export type IconName = keyof typeof icons
