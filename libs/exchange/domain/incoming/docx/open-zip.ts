import { strFromU8, unzipSync, type UnzipFileInfo } from 'fflate';
import { failExchange } from '../../exchange.errors.js';
import { importLimits } from '../limits.js';

/** Parts of a file that are asked for, as text; only those are unfolded. */
export type Parts = ReadonlyMap<string, string>;

/**
 * EXC-14: a zip is measured before it is unfolded: names, sizes and how many times larger each part becomes. A part that
 * lies about its size is cut where it said that it ends, and then it is no XML.
 */
export function openZip(bytes: Uint8Array, wanted: (name: string) => boolean): Parts {
  if (bytes.length > importLimits.bytes)
    failExchange('exchange.file-too-large', { most: importLimits.bytes / 1_000_000 });
  let [entries, all] = [0, 0];
  const filter = ({ name, size, originalSize }: UnzipFileInfo): boolean => {
    if (++entries > importLimits.entries) failExchange('exchange.file-unfolds');
    if (/\bvbaProject\.bin$/i.test(name)) failExchange('exchange.macros');
    if (!wanted(name)) return false;
    all += originalSize;
    const isTooDense = originalSize > importLimits.smallPart && originalSize > size * importLimits.ratio;
    if (originalSize > importLimits.partBytes || all > importLimits.allBytes || isTooDense)
      failExchange('exchange.file-unfolds');
    return true;
  }; // prettier-ignore
  const found = refusing(() => unzipSync(bytes, { filter }));
  return new Map(Object.entries(found).map(([name, part]) => [name, textOf(part)]));
}

/** What the library says of a broken file is for its makers. */
function refusing<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (reason) {
    if (reason instanceof Error && 'code' in reason && String(reason.code).startsWith('exchange.'))
      throw reason;
    return failExchange('exchange.file-broken');
  }
}

/** XML of Word is UTF-8; some programs write UTF-16, and say so by their first bytes. */
function textOf(part: Uint8Array): string {
  const [first, second] = part;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(part);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(part);
  return strFromU8(part).replace(/^\ufeff/, '');
}
