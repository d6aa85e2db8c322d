import { fileTypeFromBuffer } from 'file-type/core';
import { isHarmless } from '@plenary/ground/kernel';
import { failFile } from '../files.errors.js';
import type { Content, ContentRule } from './content.js';
import { endings } from './kinds.js';
import { picture, pictureTypes, type PictureLimits } from './picture.js';

export interface DocumentLimits {
  readonly mostBytes: number;
  /** Of pictures among them, which are written anew. */
  readonly pictures: Omit<PictureLimits, 'mostBytes'>;
}

/**
 * PDF, documents of office programs without macros, plain text, and pictures. A document is kept as it is, so it is
 * offered for saving alone and never shown: see `answerWithFile`.
 */
export function document({ mostBytes, pictures }: DocumentLimits): ContentRule {
  const drawn = picture({ ...pictures, mostBytes });
  return {
    mostBytes,
    tooLarge: () => failFile('file.too-large', { most: mostBytes / 1_000_000 }),
    async check(bytes): Promise<Content> {
      if (bytes.length === 0) failFile('file.empty');
      const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
      if (!found) return isPlainText(bytes) ? { type: 'text/plain', bytes } : failFile('file.kind-refused');
      if (pictureTypes.includes(found.mime)) return drawn.check(bytes);
      return Object.hasOwn(endings, found.mime) ? { type: found.mime, bytes } : failFile('file.kind-refused');
    },
  };
}

/** UTF-8 without signs that no text has, and no mark-up: a page or a drawing that may hold scripts is no plain text. */
function isPlainText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return isHarmless(text) && !/^\s*</.test(text);
  } catch {
    return false;
  }
}
