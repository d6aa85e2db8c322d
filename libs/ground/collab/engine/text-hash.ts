import type * as Y from 'yjs';

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

/** SHA-256 as lower-case hex; works in browsers and in Node. */
export async function textHash(text: string): Promise<string> {
  const digest = await globalThis.crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
