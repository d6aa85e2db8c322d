/**
 * Characters that nobody sees and that do harm or nothing, in every text that people give (one place for requests, lists,
 * the clipboard and co-written texts): controls and with them terminals' escapes, soft hyphens and zero-width spaces,
 * embeddings and overrides of direction (they reverse words), signs that Unicode keeps for programs, halves of pairs.
 * What means something stays: joiners (U+200C, U+200D: Persian, Arabic, emoji), marks of direction, tags of flags, and
 * the isolates, which end with their line.
 */
const unseen =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u200b\u202a-\u202e\u2060\ufeff\ufff9-\ufffc\ufffe\uffff]|\p{Cs}/gu;

/** The text without them. Tabs and the ends of lines stay. */
export const withoutUnseen = (text: string): string => text.replace(unseen, '');

/** Those of them that turn words or terminals around: no co-written text takes them. */
const harmful = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e]/;
const eachHarmful = new RegExp(harmful, 'g');

export const isHarmless = (text: string): boolean => !harmful.test(text);

/** The text with something harmless in their place, one for one, so that places stay the same. */
export const harmless = (text: string): string => text.replace(eachHarmful, '\u200b');
