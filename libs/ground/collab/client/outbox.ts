import * as Y from 'yjs';
import { limits } from '@plenary/ground/collab/protocol';

/** An edit that the server does not have. */
export interface Waiting {
  /** Grows with every edit. */
  readonly order: number;
  readonly update: Uint8Array;
  /** When it was made, by the page's stopwatch. */
  readonly at: number;
  /** When it is offered at the earliest. Another page of this device that wrote it sends it before, if it is still there. */
  readonly from: number;
  /** Key of the record in the device's store; null until it is written there, or when it cannot be. */
  key: number | null;
  /** True once the server has it. */
  sent: boolean;
}

/** What is offered to the server: the same bytes, until they are acknowledged. */
export interface Batch {
  readonly update: Uint8Array;
  readonly parts: readonly Waiting[];
}

/** Larger updates are sent by themselves; together they stay well below what the server takes. */
const batchBytes = limits.updateBytes / 4;

/**
 * Edits that the server does not have, oldest first, never re-ordered. One frozen batch is offered at a time, so
 * that a batch is either wholly known to the server or wholly new, and nothing is doubled.
 */
export class Outbox {
  private waiting: Waiting[] = [];
  private frozen: Batch | null = null;
  private order = 0;

  get count(): number {
    return this.waiting.length + (this.frozen?.parts.length ?? 0);
  }

  get isEmpty(): boolean {
    return this.count === 0;
  }

  /** Number of the newest edit so far. */
  get newest(): number {
    return this.order;
  }

  get oldest(): Waiting | null {
    return this.frozen?.parts[0] ?? this.waiting[0] ?? null;
  }

  add(update: Uint8Array, at: number, key: number | null = null, from = at): Waiting {
    const waiting: Waiting = { order: ++this.order, update, at, from, key, sent: false };
    this.waiting.push(waiting);
    return waiting;
  }

  /** When the next may be offered; null when there is none. */
  get nextFrom(): number | null {
    return this.waiting[0]?.from ?? null;
  }

  /** The batch on offer; freezes what waits when there is none. An edit may build upon those before it: none overtakes. */
  next(now: number): Batch | null {
    if (this.frozen) return this.frozen;
    let count = 0;
    let bytes = 0;
    for (const { update, from } of this.waiting) {
      if (from > now || (count > 0 && bytes + update.byteLength > batchBytes)) break;
      bytes += update.byteLength;
      count++;
    }
    if (count === 0) return null;
    const parts = this.waiting.splice(0, count);
    this.frozen = { update: merged(parts.map((part) => part.update)), parts };
    return this.frozen;
  }

  /** The server has the batch for good. Answers its parts; none when it is no longer on offer. */
  acknowledge(batch: Batch): readonly Waiting[] {
    if (this.frozen !== batch) return [];
    this.frozen = null;
    return sent(batch.parts);
  }

  /** Another page has sent these. A batch on offer stays as it is, unless nothing of it is left to send. */
  forget(known: readonly Waiting[]): void {
    sent(known);
    this.waiting = this.waiting.filter((each) => !each.sent);
    if (this.frozen?.parts.every((each) => each.sent)) this.frozen = null;
  }

  /** Everything that is not acknowledged, oldest first. */
  all(): readonly Waiting[] {
    return [...(this.frozen?.parts ?? []), ...this.waiting];
  }

  /**
   * The server knows a part of it (another tab has sent it, or a crash cut a batch in two): cuts from every edit
   * what it has. Deletions are kept, since a state vector says nothing about them. Answers the edits of which
   * nothing is left.
   */
  reduce(serverState: Uint8Array): readonly Waiting[] {
    const known: Waiting[] = [];
    const rest: Waiting[] = [];
    for (const part of this.all()) {
      const update = Y.diffUpdate(part.update, serverState);
      if (isNothing(update)) known.push(part);
      // The record keeps its identity: `key` may still be on its way.
      else rest.push(Object.assign(part, { update }));
    }
    this.frozen = null;
    this.waiting = rest;
    return sent(known);
  }

  clear(): readonly Waiting[] {
    const all = this.all();
    this.waiting = [];
    this.frozen = null;
    return all;
  }
}

/** Several updates as one; a single one stays as it is. */
export function merged(updates: readonly Uint8Array[]): Uint8Array {
  return updates.length === 1 ? updates[0]! : Y.mergeUpdates(updates as Uint8Array[]);
}

/** No structs and no deletions. */
const isNothing = (update: Uint8Array): boolean =>
  update.byteLength === 2 && update[0] === 0 && update[1] === 0;

function sent(parts: readonly Waiting[]): readonly Waiting[] {
  for (const part of parts) part.sent = true;
  return parts;
}
