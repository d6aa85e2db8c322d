export * from './anchor-states.js';
export * from './anchors.js';
export * from './carets.js';
export * from './copy/index.js';
export * from './flat-text.js';
export { sameFormats, sameValue, type FormatValue } from './format-spans.js';
export * from './item-id.js';
export type { PageParagraph } from './page-paragraph.js';
export * from './rich-paragraph.js';
export { rootNames, rootsOf, textModel } from './roots.js';
export type { Run } from './segment.js';
export { endValue, writeBehind, type EmbedValue, type MarkValue } from './sequence.js';
export * from './text-change.js';
export * from './text-edit.js';
export * from './text-undo.js';
export * from './authors.js';
export * from './identified.js';
export * from './written-act.js';
export { isRestored, restoredId } from './restorations.js';
export * from './restoring.js';
export * from './rich-text.js';
export { findViolation } from './text-check.js';
export { closedFormats, unusual, type FormatRule, type TextRules, type Validator } from './text-rules.js';
export {
  charactersOfPassage,
  charactersToErase,
  wordsWrittenIn,
  type PassageOfParagraph,
  type ToErase,
} from './erasing/characters-to-erase.js';
export { CharacterRanges } from './character-ranges.js';
export { gapsIn } from './erasing/gaps.js';
export { writtenAnewIn } from './erasing/written-anew.js';
export type { NumberRange } from './number-ranges.js';
export { deletionOf, withoutCharacters } from './erasing/without-characters.js';
export {
  erasedMark,
  mostCharacters,
  withoutWords,
  withoutWordsIn,
  wordsPattern,
} from './erasing/words-pattern.js';
export * from './layers/index.js';
