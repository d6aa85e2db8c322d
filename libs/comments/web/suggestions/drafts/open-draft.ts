import { forkOf, fromText, LayerRecorder, type Layer } from '@plenary/ground/text';
import * as Y from 'yjs';

/**
 * A copy of a text in which one suggestion is written: it goes on taking in what is written into the text, and the text
 * hears nothing of it.
 */
export class OpenDraft {
  readonly fork: Y.Doc;
  private readonly recorder: LayerRecorder | null;
  private readonly follow: (update: Uint8Array) => void;

  /** `onWritten`: of who writes; whoever only looks on has none. */
  constructor(
    private readonly text: Y.Doc,
    readonly client: number,
    update: Uint8Array | null,
    onWritten: (() => void) | null,
  ) {
    const layer: Layer | null = update && { client, update };
    this.fork = forkOf(text, layer ? [layer] : []);
    this.recorder = onWritten && new LayerRecorder(this.fork, layer, onWritten);
    this.follow = (written) => {
      Y.applyUpdate(this.fork, written, fromText);
      this.takeName();
    };
    this.takeName();
    text.on('update', this.follow);
  }

  /**
   * False while the text lacks what the suggestion stands upon, as on a device that has been away: to write then would
   * give names twice.
   */
  get isWhole(): boolean {
    const { pendingStructs, pendingDs } = this.fork.store;
    return pendingStructs === null && pendingDs === null;
  }

  /** All that was written; null for nothing. */
  get update(): Uint8Array | null {
    return this.recorder?.layer?.update ?? null;
  }

  /** What another page wrote of it. */
  take(update: Uint8Array): void {
    Y.applyUpdate(this.fork, update, fromText);
  }

  /** Not before all of it is there: the library takes it for somebody else's then, and writes under another id. */
  private takeName(): void {
    if (this.recorder && this.isWhole) this.fork.clientID = this.client;
  }

  close(): void {
    this.text.off('update', this.follow);
    this.recorder?.stop();
    this.fork.destroy();
  }
}
