/** What opens beside the text; one file, since most of a small one on the line is its headers. */
export { FindBar } from './FindBar';
export { FootnoteDialog } from './FootnoteDialog';
export { HelpSheet } from './HelpSheet';
export { LinkDialog } from './LinkDialog';
