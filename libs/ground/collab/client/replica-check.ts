import * as Y from 'yjs';
import { requests, textHash } from '@plenary/ground/collab/protocol';
import { Refusal, type PlenaryConnection } from '@plenary/ground/realtime/client';
import { pictureOf } from '@plenary/ground/text';
import { toWire } from './wire.js';

/** Milliseconds without an edit after which replicas are compared. */
const quiet = 30_000;

export interface ReplicaCheckHost {
  doc(): Y.Doc;
  /** True when everything was exchanged, so that the replicas must be equal. */
  isInStep(): boolean;
  onDiverged(): Promise<void>;
}

/** Replicas that exchanged everything must be equal. Looks once nothing has been written for half a minute. */
export class ReplicaCheck {
  private cancel: (() => void) | null = null;

  constructor(
    private readonly connection: PlenaryConnection,
    private readonly document: string,
    private readonly host: ReplicaCheckHost,
  ) {}

  /** Something was written. */
  postpone(): void {
    this.cancel?.();
    this.cancel = this.connection.watch.after(quiet, () => void this.run());
  }

  close(): void {
    this.cancel?.();
  }

  private async run(): Promise<void> {
    if (!this.host.isInStep()) return;
    const doc = this.host.doc();
    const stateVector = toWire(Y.encodeStateVector(doc));
    try {
      const hash = await textHash(pictureOf(doc));
      await this.connection.ask(requests.verify, { document: this.document, stateVector, hash });
    } catch (reason) {
      // Without an answer, or where the page may not hash, nothing can be said.
      const diverged = reason instanceof Refusal && reason.code === 'document.resync';
      if (diverged && doc === this.host.doc()) await this.host.onDiverged();
    }
  }
}
