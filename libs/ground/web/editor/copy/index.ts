export { ListCounter } from './counting.js';
export { writeHtml, type CopyEdges, type CopyWords } from './write-html.js';
export { writePlain } from './write-plain.js';
