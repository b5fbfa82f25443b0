/**
 * Ids that the world sees: UUIDv7 strings, made by a maker that the application is given, so that
 * libraries can be merged and tests can be repeated. Each kind is its own type: they do not mix.
 */
declare const kind: unique symbol
export type Id<Kind extends string> = string & { readonly [kind]: Kind }

export type LibraryId = Id<'library'>
export type DocumentId = Id<'document'>
export type VersionId = Id<'version'>
export type HighlightId = Id<'highlight'>
export type ThemeId = Id<'theme'>
export type NoteId = Id<'note'>
export type CollectionId = Id<'collection'>
export type CoderId = Id<'coder'>
export type StepId = Id<'step'>
export type TemplateId = Id<'template'>

/** A name for a file or folder that the host issued; the page never learns the path behind it. */
export type FileToken = Id<'file-token'>

/** Chosen by the caller of long work, so that it can be followed and cancelled. */
export type JobId = Id<'job'>
