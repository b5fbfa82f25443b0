/** "1 document", "1,204 documents". */
export const counted = (count: number, one: string, many: string): string =>
	`${count.toLocaleString('en')} ${count === 1 ? one : many}`

export const documents = (count: number): string => counted(count, 'document', 'documents')
export const passages = (count: number): string => counted(count, 'passage', 'passages')
export const notes = (count: number): string => counted(count, 'note', 'notes')
