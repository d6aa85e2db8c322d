import * as Y from 'yjs';
import type { DocumentSchema } from './document-schema.js';
import { DomainError } from '@plenary/ground/kernel';
import { CostlyRefusal, refusal, refuse } from './refuse.js';
import { checkTouched } from './schema-check.js';
import { isHeld, judgeClocks, knownTo } from './update-check.js';
import { readUpdate, type UpdateOutline } from './update-reader.js';

/**
 * The text of one document, twice: `committed` is what the database has, from which everybody is served; the
 * shadow also holds what is on its way there, and is where updates are judged. It exists only while somebody writes.
 */
export class Replica {
  readonly committed: Y.Doc;
  private shadow: Y.Doc | null = null;
  /** Bytes in the shadow that are not yet committed, oldest first. */
  private inFlight: Uint8Array[] = [];

  constructor(
    private readonly schema: DocumentSchema,
    state: readonly Uint8Array[],
  ) {
    this.committed = this.newDoc();
    this.committed.transact(() => state.forEach((update) => Y.applyUpdate(this.committed, update)));
    // A hole in the journal must not look like a shorter text (SYNC-4).
    if (isWaiting(this.committed)) refuse('document.unreadable');
  }

  /** Reads the outline of an update, so that its author can be checked before it is offered. */
  outline(update: Uint8Array): UpdateOutline {
    const outline = readUpdate(update);
    for (const root of outline.roots) {
      if (!Object.hasOwn(this.schema.roots, root)) refuse('document.schema-violation', { reason: 'root' });
    }
    return outline;
  }

  /**
   * SYNC-13: judges an update and takes it into the shadow. A refused one leaves no trace: the shadow is thrown
   * away and made anew from what was good.
   * @returns `new`; `in-flight` when all of it is known and on its way; `committed` when the database has it.
   */
  offer(update: Uint8Array, outline: UpdateOutline): 'new' | 'in-flight' | 'committed' {
    if (isHeld(outline, knownTo(this.committed))) return 'committed';
    const shadow = this.openShadow();
    this.refuseOverlapWithFlight(outline);
    if (judgeClocks(outline, knownTo(shadow)) === 'known') return 'in-flight';
    try {
      applyChecked(shadow, update, this.schema);
    } catch (reason) {
      this.dropShadow();
      const { code, status, params } =
        reason instanceof DomainError ? reason : refusal('document.malformed', { reason: 'structs' });
      throw new CostlyRefusal(code, status, params);
    }
    this.inFlight.push(update);
    return 'new';
  }

  /** Lets the server itself write, in the shadow; answers the update, or null when nothing was written. */
  write(clientId: number, change: (doc: Y.Doc) => void): Uint8Array | null {
    const shadow = this.openShadow();
    const written: Uint8Array[] = [];
    const listen = (update: Uint8Array) => written.push(update);
    shadow.clientID = clientId;
    shadow.on('update', listen);
    shadow.transact(() => change(shadow), 'server');
    shadow.off('update', listen);
    if (written.length === 0) return null;
    const update = Y.mergeUpdates(written);
    this.inFlight.push(update);
    return update;
  }

  /** These bytes, offered before and in this order, are committed now. */
  confirm(updates: readonly Uint8Array[]): void {
    this.committed.transact(() => updates.forEach((update) => Y.applyUpdate(this.committed, update)));
    this.inFlight = this.inFlight.slice(updates.length);
  }

  /** Rows that another process, or a commit of unknown outcome, has written. */
  takeOver(updates: readonly Uint8Array[]): void {
    this.committed.transact(() => updates.forEach((update) => Y.applyUpdate(this.committed, update)));
    const shadow = this.shadow;
    if (shadow) updates.forEach((update) => Y.applyUpdate(shadow, update));
  }

  /** Nothing that is in flight was committed: forget it. */
  rollBack(): void {
    this.inFlight = [];
    this.shadow?.destroy();
    this.shadow = null;
  }

  get isWriting(): boolean {
    return this.inFlight.length > 0;
  }

  /** Gives the memory of the shadow back while nobody writes. */
  rest(): void {
    if (!this.isWriting) this.rollBack();
  }

  destroy(): void {
    this.rollBack();
    this.committed.destroy();
  }

  /**
   * An edit of which a part is on its way to the database, offered again together with later words: whether that
   * part is known is not yet said. Joining again would not help; waiting does.
   */
  private refuseOverlapWithFlight(outline: UpdateOutline): void {
    if (!this.isWriting) return;
    const [committed, shadow] = [knownTo(this.committed), knownTo(this.openShadow())];
    for (const { client, from, to } of outline.runs) {
      const next = shadow.clockOf(client);
      if (from >= committed.clockOf(client) && from < next && to > next) {
        refuse('document.not-saved', { reason: 'busy' });
      }
    }
  }

  private openShadow(): Y.Doc {
    if (this.shadow) return this.shadow;
    const shadow = this.newDoc();
    shadow.transact(() => {
      Y.applyUpdate(shadow, Y.encodeStateAsUpdate(this.committed));
      this.inFlight.forEach((update) => Y.applyUpdate(shadow, update));
    });
    this.shadow = shadow;
    return shadow;
  }

  private dropShadow(): void {
    this.shadow?.destroy();
    this.shadow = null;
  }

  private newDoc(): Y.Doc {
    const doc = new Y.Doc();
    for (const root of Object.keys(this.schema.roots)) doc.getXmlFragment(root);
    return doc;
  }
}

function applyChecked(doc: Y.Doc, update: Uint8Array, schema: DocumentSchema): void {
  let refused: unknown = null;
  const check = (transaction: Y.Transaction) => {
    try {
      checkTouched(transaction, schema);
    } catch (reason) {
      refused = reason;
    }
  };
  doc.once('afterTransaction', check);
  Y.applyUpdate(doc, update);
  doc.off('afterTransaction', check);
  if (refused) throw refused;
  if (isWaiting(doc)) refuse('document.resync', { reason: 'gap' });
}

/** True when Yjs has parked something that does not fit on to what is there. */
const isWaiting = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
