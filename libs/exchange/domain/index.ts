export * from './exchange.errors.js';
export * from './docx/paragraph-names.js';
export { properties, writeDocx } from './docx/write-docx.js';
export { writeMarkdown } from './markup/write-markdown.js';
export { writePage } from './markup/write-page.js';
export * from './outgoing/export-file-name.js';
export * from './outgoing/formats.js';
export * from './outgoing/outgoing.js';
