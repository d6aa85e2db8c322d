import type { TextUndo } from '@plenary/ground/text';

/** Something that somebody did to a text by another road than its editor, such as a command of the server. */
export interface OutsideAct {
  /** Names it, so that it can be forgotten. */
  readonly key: string;
  undo(): void;
  redo(): void;
}

interface Kept {
  readonly act: OutsideAct;
  /** How many acts of the editor lie below it. */
  readonly above: number;
}

/** Puts acts from outside into the order of what somebody did here: whatever was done last is undone first. */
export class OutsideActs {
  private done: Kept[] = [];
  private undone: Kept[] = [];

  constructor(
    private readonly undoing: TextUndo,
    origin: unknown,
  ) {
    // Whoever writes on does nothing again.
    undoing.manager.on('stack-item-added', (added) => {
      if (added.type === 'undo' && added.origin === origin) this.undone = [];
    });
  }

  get canUndo(): boolean {
    return this.done.length > 0 || this.undoing.canUndo;
  }

  get canRedo(): boolean {
    return this.undone.length > 0 || this.undoing.canRedo;
  }

  add(act: OutsideAct): void {
    this.undoing.stopCapturing();
    this.undoing.manager.clear(false, true);
    this.done = [...this.without(this.done, act.key), { act, above: this.undoing.manager.undoStack.length }];
    this.undone = [];
  }

  /** It was taken back by another way, or cannot be any more. */
  forget(key: string): void {
    this.done = this.without(this.done, key);
    this.undone = this.without(this.undone, key);
  }

  /** True when it was the last, and is being undone; else it is the editor's turn. */
  undo(): boolean {
    const { undoStack, redoStack } = this.undoing.manager;
    const last = this.done.at(-1);
    if (!last || undoStack.length > last.above) return false;
    this.done = this.done.slice(0, -1);
    this.undone = [...this.undone, { act: last.act, above: redoStack.length }];
    last.act.undo();
    return true;
  }

  redo(): boolean {
    const { undoStack, redoStack } = this.undoing.manager;
    const last = this.undone.at(-1);
    if (!last || redoStack.length > last.above) return false;
    this.undone = this.undone.slice(0, -1);
    this.done = [...this.done, { act: last.act, above: undoStack.length }];
    last.act.redo();
    return true;
  }

  private without(kept: readonly Kept[], key: string): Kept[] {
    return kept.filter(({ act }) => act.key !== key);
  }
}
