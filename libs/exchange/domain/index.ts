export * from './exchange.errors.js';
export * from './exchange.events.js';
export * from './docx/paragraph-names.js';
export { properties, writeDocx } from './docx/write-docx.js';
export { writeMarkdown } from './markup/write-markdown.js';
export { writePage } from './markup/write-page.js';
export * from './marked/lines-of.js';
export type * from './marked/marked.js';
export * from './marked/range-of.js';
export * from './marked/tracked-text.js';
export * from './outgoing/export-file-name.js';
export * from './outgoing/formats.js';
export * from './outgoing/outgoing.js';
export * from './incoming/drafts-of.js';
export * from './incoming/file-kind.js';
export * from './incoming/incoming.js';
export * from './incoming/labels.js';
export * from './incoming/limits.js';
export { readDocx } from './incoming/docx/read-docx.js';
export {
  textTakenAs,
  trackedAs,
  trackedIn,
  type TrackedAs,
  type TrackedIn,
} from './incoming/docx/story-reader.js';
export { readOdt } from './incoming/odt/read-odt.js';
export { readMarkdown } from './incoming/markup/read-markdown.js';
export { isRecord, paragraphsFrom } from './incoming/paragraphs-from.js';
export { readReturned } from './incoming/docx/read-returned.js';
export * from './returned/beginning.js';
export * from './returned/changes.js';
export * from './returned/layers.js';
export * from './returned/returned-file.js';
export * from './returned/returned.view.js';
