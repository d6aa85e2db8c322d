import { failExchange } from '../exchange.errors.js';
import { importLimits } from './limits.js';

/** Kinds of files that are read. */
export const importKinds = ['docx', 'odt', 'html', 'md', 'txt'] as const;
export type ImportKind = (typeof importKinds)[number];

export type ReadableFile =
  | { readonly kind: 'docx' }
  | { readonly kind: 'odt' }
  | { readonly kind: 'html' | 'md' | 'txt'; readonly text: string };

const begins = (bytes: Uint8Array, ...signs: number[]): boolean =>
  signs.every((sign, at) => bytes[at] === sign);

/**
 * EXC-12: what a file is, by its bytes; a name tells only Markdown from other text. Throws for what is not read.
 * `spare` is how text is spelled that is no UTF-8: by the language of whoever brings it.
 */
export function kindOfFile(bytes: Uint8Array, name: string, spare = 'windows-1252'): ReadableFile {
  if (bytes.length > importLimits.bytes)
    failExchange('exchange.file-too-large', { most: importLimits.bytes / 1_000_000 });
  if (bytes.length === 0) failExchange('exchange.no-words');
  if (begins(bytes, 0x50, 0x4b)) return { kind: isOdt(bytes) ? 'odt' : 'docx' };
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) return failExchange('exchange.file-locked');
  const text = decoded(bytes, spare);
  // Signs that no text has: a picture, a program. And text that is for programs alone.
  if (/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/.test(text) || /^(%PDF|\{\\rtf)/.test(text))
    return failExchange('exchange.file-unknown');
  if (/^\s*(<!doctype html|<html[\s>])/i.test(text) || /\.x?html?$/i.test(name))
    return { kind: 'html', text };
  if (/^\s*<\?xml/.test(text)) return failExchange('exchange.file-unknown');
  return { kind: /\.(md|markdown|mdown)$/i.test(name) ? 'md' : 'txt', text };
}

/** What an OpenDocument text is stands in front of everything else in it, as it is. */
function isOdt(bytes: Uint8Array): boolean {
  const head = new TextDecoder('latin1').decode(bytes.subarray(30, 120));
  return /^mimetypeapplication\/vnd\.oasis\.opendocument\.text(?![-a-z])/.test(head);
}

function decoded(bytes: Uint8Array, spare: string): string {
  if (begins(bytes, 0xff, 0xfe)) return new TextDecoder('utf-16le').decode(bytes);
  if (begins(bytes, 0xfe, 0xff)) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(spare).decode(bytes);
  }
}
