import * as Y from 'yjs';
import { limits } from '@plenary/ground/collab/protocol';

interface Waiting {
  /** Key of the record in the device's store; null until it is written there, or when it cannot be. */
  key: number | null;
  readonly update: Uint8Array;
}

/** What is offered to the server: the same bytes, until they are acknowledged. */
export interface Batch {
  readonly update: Uint8Array;
  readonly parts: readonly Waiting[];
}

/** Larger updates are sent by themselves; together they stay well below what the server takes. */
const batchBytes = limits.updateBytes / 4;

/**
 * Edits that the server does not have. One frozen batch is offered at a time, so that a batch is either wholly
 * known to the server or wholly new, and nothing is doubled.
 */
export class Outbox {
  private waiting: Waiting[] = [];
  private frozen: Batch | null = null;

  get count(): number {
    return this.waiting.length + (this.frozen?.parts.length ?? 0);
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  add(update: Uint8Array, key: number | null = null): Waiting {
    const waiting: Waiting = { key, update };
    this.waiting.push(waiting);
    return waiting;
  }

  /** The batch on offer; freezes what waits when there is none. */
  next(): Batch | null {
    if (this.frozen) return this.frozen;
    if (this.waiting.length === 0) return null;
    const parts: Waiting[] = [];
    let bytes = 0;
    while (this.waiting.length > 0) {
      const size = this.waiting[0]!.update.byteLength;
      if (parts.length > 0 && bytes + size > batchBytes) break;
      bytes += size;
      parts.push(this.waiting.shift()!);
    }
    const update = parts.length === 1 ? parts[0]!.update : Y.mergeUpdates(parts.map((part) => part.update));
    this.frozen = { update, parts };
    return this.frozen;
  }

  /** The server has the batch. Answers the keys of the records that are no longer pending. */
  acknowledge(batch: Batch): number[] {
    if (this.frozen === batch) this.frozen = null;
    return batch.parts.flatMap((part) => part.key ?? []);
  }

  /** Everything that is not acknowledged, oldest first. */
  all(): readonly Waiting[] {
    return [...(this.frozen?.parts ?? []), ...this.waiting];
  }

  /**
   * The server knows a part of it (another tab has sent it, or a batch was split by a crash): what is left of all
   * of it becomes the one batch on offer.
   */
  reduce(serverState: Uint8Array): void {
    const parts = this.all();
    if (parts.length === 0) return;
    const update = Y.diffUpdate(Y.mergeUpdates(parts.map((part) => part.update)), serverState);
    this.waiting = [];
    this.frozen = { update, parts };
  }

  clear(): readonly Waiting[] {
    const all = this.all();
    this.waiting = [];
    this.frozen = null;
    return all;
  }
}
