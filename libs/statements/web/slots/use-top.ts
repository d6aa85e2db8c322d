import { paragraphAnchor } from '@plenary/statements/domain';
import type { Editor } from '@tiptap/core';
import { useCallback, useSyncExternalStore } from 'react';

export interface Top {
  /** How far below the top of the text the paragraph begins, in pixels. */
  readonly top: number;
  /** How many stand beside the same paragraph and come first. */
  readonly before: number;
}

/** Where something stands beside a paragraph, the lower rank first; null while the paragraph is not on the page. */
export function useTop(editor: Editor, id: string, rank: number): Top | null {
  const subscribe = useCallback(
    (changed: () => void) => topsOf(editor).follow(id, { rank, changed }),
    [editor, id, rank],
  );
  const top = useSyncExternalStore(subscribe, () => topsOf(editor).of(id));
  const before = useSyncExternalStore(subscribe, () => topsOf(editor).before(id, rank));
  return top === null ? null : { top, before };
}

interface Follower {
  readonly rank: number;
  readonly changed: () => void;
}

const known = new WeakMap<Editor, Tops>();

function topsOf(editor: Editor): Tops {
  const found = known.get(editor) ?? new Tops(editor);
  known.set(editor, found);
  return found;
}

/** Hundreds may stand in one margin: one look at the page is for all of them. */
class Tops {
  private readonly followers = new Map<string, Set<Follower>>();
  private tops = new Map<string, number>();
  private frame: number | null = null;
  private readonly resized = new ResizeObserver(() => this.soon());

  constructor(private readonly editor: Editor) {}

  of = (id: string): number | null => this.tops.get(id) ?? null;

  before = (id: string, rank: number): number =>
    new Set([...(this.followers.get(id) ?? [])].flatMap((each) => (each.rank < rank ? [each.rank] : [])))
      .size;

  follow(id: string, follower: Follower): () => void {
    if (this.followers.size === 0) this.begin();
    const there = this.followers.get(id) ?? new Set();
    this.followers.set(id, there.add(follower));
    there.forEach(({ changed }) => changed());
    this.soon();
    return () => {
      there.delete(follower);
      if (there.size === 0) this.followers.delete(id);
      there.forEach(({ changed }) => changed());
      if (this.followers.size === 0) this.end();
    };
  }

  private begin(): void {
    this.resized.observe(this.editor.view.dom);
    this.editor.on('transaction', this.onTransaction);
  }

  private end(): void {
    this.resized.disconnect();
    this.editor.off('transaction', this.onTransaction);
    if (this.frame !== null) cancelAnimationFrame(this.frame);
    this.frame = null;
  }

  private readonly onTransaction = ({ transaction }: { transaction: { docChanged: boolean } }): void => {
    if (transaction.docChanged) this.soon();
  };

  /** After the text was drawn, so that it is laid out once. */
  private soon(): void {
    this.frame ??= requestAnimationFrame(() => {
      this.frame = null;
      this.look();
    });
  }

  private look(): void {
    if (this.editor.isDestroyed) return;
    const before = this.tops;
    this.tops = new Map();
    const prefix = paragraphAnchor('').length;
    for (const element of this.editor.view.dom.children) {
      const id = element.id.slice(prefix);
      if (this.followers.has(id)) this.tops.set(id, (element as HTMLElement).offsetTop);
    }
    for (const [id, followers] of this.followers)
      if (before.get(id) !== this.tops.get(id)) followers.forEach(({ changed }) => changed());
  }
}
