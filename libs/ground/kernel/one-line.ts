import { withoutUnseen } from './characters.js';

/** Spaces, and signs that are as invisible: directions, zero widths, fillers. Tags stay, flags end with them. */
const edge =
  '[\\s\\u00ad\\u061c\\u115f\\u1160\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u2800\\u3164\\ufeff\\uffa0]+';
const edges = new RegExp(`^${edge}|${edge}$`, 'gu');

/** What somebody typed as one line: names, titles, reasons. Empty when nobody would see anything of it. */
export const oneLine = (typed: string): string =>
  withoutUnseen(typed.replace(/\s+/g, ' ').replace(/[\u2066-\u2069]/g, ''))
    .replace(/ {2,}/g, ' ')
    .replace(edges, '');
