import type * as Y from 'yjs';
import { textHash } from '@plenary/ground/collab/protocol';
import { pictureOf } from '@plenary/ground/text';

/** SHA-256 of all that a reader sees, computed once per state, for clients that compare their copy. */
export class TextHash {
  private last: { readonly seq: number; readonly hash: Promise<string> } | null = null;

  constructor(private readonly doc: Y.Doc) {}

  at(seq: number): Promise<string> {
    if (this.last?.seq !== seq) this.last = { seq, hash: textHash(pictureOf(this.doc)) };
    return this.last.hash;
  }
}
