import type * as Y from 'yjs';
import { textHash } from '@plenary/ground/collab/protocol';

/** SHA-256 of a root's XML, computed once per state, for clients that compare their copy. */
export class TextHash {
  private last: { readonly seq: number; readonly hash: Promise<string> } | null = null;

  constructor(
    private readonly doc: Y.Doc,
    private readonly root: string,
  ) {}

  at(seq: number): Promise<string> {
    if (this.last?.seq !== seq)
      this.last = { seq, hash: textHash(this.doc.getXmlFragment(this.root).toString()) };
    return this.last.hash;
  }
}
