export { ListCounter, numberAt } from './counting.js';
export { escapeText, htmlOfText } from './escape.js';
export { NotesWriter } from './notes-writer.js';
export { HtmlBody, writeHtml, type CopyEdges, type CopyWords } from './write-html.js';
export { writePlain } from './write-plain.js';
