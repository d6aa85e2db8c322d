import type { ContentRule } from './content.js';
import type { ByteSource } from '../store/file-store.js';

/** All of a file that is sent, unless it is more than the rule takes: then the rest is not read. */
export async function receivedBytes(
  source: ByteSource,
  { mostBytes, tooLarge }: ContentRule,
): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of source instanceof Uint8Array ? [source] : source) {
    bytes += piece.length;
    if (bytes > mostBytes) return tooLarge();
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
