import type { DocumentProvider } from '@plenary/ground/collab/client';
import { answerOf, commandHeaders, currentImpersonation } from '@plenary/ground/web';
import { historyLimits } from '@plenary/statements/domain';
import type { Editor } from '@tiptap/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../api/statements-api';

/** A paragraph is read when it stood on the screen twice, so far apart. Milliseconds. */
const lookEvery = 2_000;
const tellEvery = 20_000;

/** Ids of the paragraphs that are on the screen, be it in part. */
export function paragraphsOnScreen({ view, state }: Editor): string[] {
  const box = view.dom.getBoundingClientRect();
  const [top, bottom] = [Math.max(0, box.top) + 1, Math.min(globalThis.innerHeight, box.bottom) - 1];
  if (bottom <= top) return [];
  const middle = box.left + box.width / 2;
  const first = view.posAtCoords({ left: middle, top })?.pos ?? 0;
  const last = view.posAtCoords({ left: middle, top: bottom })?.pos ?? state.doc.content.size;
  const found: string[] = [];
  state.doc.nodesBetween(first, Math.max(first, last), (node, _pos, parent) => {
    const id = parent === state.doc ? (node.attrs['id'] as unknown) : null;
    if (typeof id === 'string') found.push(id);
    return false;
  });
  return found;
}

/** What somebody has had before their eyes, and what of it was told to the server. */
export class ReadNotes {
  private before: ReadonlySet<string> = new Set();
  private readonly read = new Map<string, number>();
  private readonly told = new Map<string, number>();

  /** These are on the screen now, of the text as of this row. */
  look(shown: readonly string[], seq: number): void {
    for (const each of shown) if (this.before.has(each)) this.read.set(each, seq);
    this.before = new Set(shown);
  }

  /** Nobody looks. */
  lookAway(): void {
    this.before = new Set();
  }

  /** What is to be told, by row; each once. */
  take(): { seq: number; paragraphs: string[] }[] {
    const bySeq = new Map<number, string[]>();
    for (const [id, seq] of this.read) {
      if ((this.told.get(id) ?? 0) >= seq) continue;
      this.told.set(id, seq);
      const paragraphs = bySeq.get(seq) ?? [];
      if (paragraphs.length < historyLimits.readAtOnce) paragraphs.push(id);
      bySeq.set(seq, paragraphs);
    }
    this.read.clear();
    return [...bySeq].map(([seq, paragraphs]) => ({ seq, paragraphs }));
  }
}

const tellRead = (
  id: string,
  body: { seq: number; paragraphs: string[]; everything?: boolean },
): Promise<void> =>
  answerOf(
    api.POST('/api/statements/{id}/history/read', {
      params: { path: { id } },
      headers: commandHeaders(),
      body,
    }),
  ).then(
    () => undefined,
    () => undefined,
  );

/** Who has had all that changed up to this row before their eyes for a moment has read it, also what is gone. */
export function useAllRead(id: string, seq: number | undefined): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (seq === undefined || currentImpersonation()) return;
    const wait = setTimeout(() => {
      void tellRead(id, { seq, paragraphs: [], everything: true }).then(() =>
        queries.invalidateQueries({ queryKey: ['unread-statements'] }),
      );
    }, lookEvery);
    return () => clearTimeout(wait);
  }, [id, seq, queries]);
}

/** STM-27: tells, gathered, what was on the screen; without a network it is not told, and stays unread. */
export function useReadTelling(id: string, provider: DocumentProvider, editor: Editor, tells: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!tells) return;
    const notes = new ReadNotes();
    const tell = () => {
      const told = notes.take().map((body) => tellRead(id, body));
      if (told.length === 0) return;
      // Lists that count what is not read.
      void Promise.all(told).then(() => queries.invalidateQueries({ queryKey: ['unread-statements'] }));
    };
    const look = () => {
      const isRead = !document.hidden && provider.status.connection === 'online' && provider.seq > 0;
      if (isRead && !editor.isDestroyed) notes.look(paragraphsOnScreen(editor), provider.seq);
      else notes.lookAway();
    };
    const onHidden = () => document.hidden && tell();
    const [looking, telling] = [setInterval(look, lookEvery), setInterval(tell, tellEvery)];
    document.addEventListener('visibilitychange', onHidden);
    return () => {
      clearInterval(looking);
      clearInterval(telling);
      document.removeEventListener('visibilitychange', onHidden);
      tell();
    };
  }, [id, provider, editor, tells, queries]);
}
