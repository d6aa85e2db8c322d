import { bareJpeg } from './jpeg.js';
import { barePng } from './png.js';
import { bareWebp } from './webp.js';
import type { BarePicture, ReadBare } from './bytes.js';

/** By their first bytes, whatever the sender says; SVG is none of them, since it can hold scripts. */
const kinds: readonly (readonly [BarePicture['type'], ReadBare])[] = [
  ['image/png', barePng],
  ['image/jpeg', bareJpeg],
  ['image/webp', bareWebp],
];

/**
 * ORG-23: a logo keeps the parts that a browser needs to draw it, by a list of those; places, dates, names, comments,
 * small copies of what was cut away and whatever comes after the end are left out. The pixels are not touched. Null for
 * what is no picture, or not a whole one.
 */
export function barePicture(bytes: Uint8Array): BarePicture | null {
  for (const [type, read] of kinds) {
    const found = read(bytes);
    if (found) return { type, ...found };
  }
  return null;
}
