import type { Cursor } from '@plenary/ground/collab/protocol';
import type { Stopwatch } from '@plenary/ground/kernel';

/** Milliseconds between two cursors: calm on the wire, and below the server's limit. */
const cursorEvery = 100;

/** Sends where the caret stands, gathered; the last word counts. */
export class CursorSender {
  private cursor: Cursor | null = null;
  private cancel: (() => void) | null = null;

  constructor(
    private readonly watch: Stopwatch,
    private readonly tell: (cursor: Cursor | null) => void,
  ) {}

  move(cursor: Cursor | null): void {
    this.cursor = cursor;
    this.cancel ??= this.watch.after(cursorEvery, () => {
      this.cancel = null;
      this.tell(this.cursor);
    });
  }

  /** After a join the server knows no caret of ours. */
  repeat(): void {
    if (this.cursor) this.tell(this.cursor);
  }

  close(): void {
    this.cancel?.();
  }
}
