import * as Y from 'yjs';
import { DomainError, type PersonId } from '@plenary/ground/kernel';
import { findViolation, keyOf, rootNames, rootsOf, type TextRules } from '@plenary/ground/text';
import { hasFalseClaim, noteDeletions, refuseClaimsOfOthers } from './claims.js';
import { Deletions } from './deletions.js';
import { CostlyRefusal, refusal, refuse } from './refuse.js';
import { isHeld, judgeClocks, knownTo } from './update-check.js';
import { readUpdate, type UpdateOutline } from './update-reader.js';

export interface Offer {
  readonly update: Uint8Array;
  readonly outline: UpdateOutline;
  /** Whose it is. */
  readonly by: PersonId;
  /** Made by the server itself: what it says of characters that were written anew is true (TXT-5). */
  readonly isServers?: true;
  /** Claims, by their new characters, that are known to be true. */
  readonly proven?: ReadonlySet<string>;
}

/** `known` when all of it is committed or on its way; otherwise why it was refused. */
export type Verdict = 'new' | 'known' | DomainError;

/**
 * The text of one document, twice: `committed` is what the database has, from which everybody is served; the
 * shadow also holds what is on its way there, and is where updates are judged. It exists only while somebody writes.
 */
export class Replica {
  readonly committed: Y.Doc;
  /** What is known of deletions, so that they can be undone (TXT-5). */
  readonly deletions = new Deletions();
  private shadow: Y.Doc | null = null;
  /** Updates in the shadow that are not yet committed, oldest first. */
  private inFlight = new Set<Uint8Array>();

  constructor(
    private readonly rules: TextRules,
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
      if (!isRoot(root)) refuse('document.schema-violation', { reason: 'root' });
    }
    refuseClaimsOfOthers(outline);
    return outline;
  }

  /**
   * SYNC-13: judges updates, in their order, and takes the good ones into the shadow. They are tried together, since
   * a transaction costs more the more people have written; when somebody's is bad the shadow is thrown away and each
   * is judged by itself, from what was good before. A refused one leaves no trace.
   */
  judge(offers: readonly Offer[]): Verdict[] {
    const together = this.tryTogether(offers);
    if (together instanceof Array) return together;
    if (offers.length === 1) return [costly(together)];
    return offers.map((offer) => {
      const alone = this.tryTogether([offer]);
      return alone instanceof Array ? alone[0]! : costly(alone);
    });
  }

  /** Answers why when the shadow had to be thrown away. */
  private tryTogether(offers: readonly Offer[]): Verdict[] | { readonly reason: unknown } {
    const shadow = this.openShadow();
    const before = new Set(this.inFlight);
    const deleted = new Deletions(this.deletions);
    try {
      const verdicts = inOneTransaction(shadow, this.rules, () =>
        offers.map((offer) => this.take(shadow, offer, deleted)),
      );
      this.deletions.take(deleted);
      return verdicts;
    } catch (reason) {
      this.inFlight = before;
      this.dropShadow();
      return { reason };
    }
  }

  /** Within a transaction of the shadow, which shows whether the rules are kept. */
  private take(shadow: Y.Doc, offer: Offer, deleted: Deletions): Verdict {
    const { update, outline, by, isServers, proven } = offer;
    const claims = isServers ? [] : outline.claims.filter(({ id }) => !proven?.has(keyOf(id)));
    try {
      const isKnown = isHeld(outline, knownTo(this.committed)) || this.isKnown(outline, shadow);
      if (isKnown) {
        // Two who delete the same at once: the second may take it back just as well, and no row says so.
        noteDeletions(shadow, by, outline.deletes, deleted);
        return 'known';
      }
    } catch (reason) {
      if (reason instanceof DomainError) return reason;
      throw reason;
    }
    Y.applyUpdate(shadow, update);
    if (isWaiting(shadow)) refuse('document.resync', { reason: 'gap' });
    this.inFlight.add(update);
    noteDeletions(shadow, by, outline.deletes, deleted);
    if (hasFalseClaim(shadow, by, claims, deleted)) {
      refuse('document.schema-violation', { reason: 'restored' });
    }
    return 'new';
  }

  private isKnown(outline: UpdateOutline, shadow: Y.Doc): boolean {
    this.refuseOverlapWithFlight(outline, shadow);
    return judgeClocks(outline, knownTo(shadow)) === 'known';
  }

  /** These updates, as they were judged, are committed now. Answers what they brought, as one update. */
  confirm(updates: readonly Uint8Array[]): Uint8Array {
    updates.forEach((update) => this.inFlight.delete(update));
    return applyTogether(this.committed, updates);
  }

  /** Rows that another process, or a commit of unknown outcome, has written. Answers what they brought. */
  takeOver(updates: readonly Uint8Array[]): Uint8Array {
    const shadow = this.shadow;
    if (shadow) shadow.transact(() => updates.forEach((update) => Y.applyUpdate(shadow, update)));
    return applyTogether(this.committed, updates);
  }

  /** Nothing that is in flight was committed: forget it. */
  rollBack(): void {
    this.inFlight.clear();
    this.shadow?.destroy();
    this.shadow = null;
  }

  get isWriting(): boolean {
    return this.inFlight.size > 0;
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
  private refuseOverlapWithFlight(outline: UpdateOutline, shadow: Y.Doc): void {
    if (!this.isWriting) return;
    const [committed, withFlight] = [knownTo(this.committed), knownTo(shadow)];
    for (const { client, from, to } of outline.runs) {
      const next = withFlight.clockOf(client);
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
    rootsOf(doc);
    return doc;
  }
}

const isRoot = (name: string): boolean => (rootNames as readonly string[]).includes(name);

/** A Yjs update that brings nothing. */
const nothing = new Uint8Array([0, 0]);

/** One transaction for all; what it brought comes out of it at no further cost, whereas merging would read all anew. */
function applyTogether(doc: Y.Doc, updates: readonly Uint8Array[]): Uint8Array {
  if (updates.length === 1) {
    Y.applyUpdate(doc, updates[0]!);
    return updates[0]!;
  }
  let brought: Uint8Array = nothing;
  const listen = (update: Uint8Array) => void (brought = update);
  doc.on('update', listen);
  try {
    doc.transact(() => updates.forEach((update) => Y.applyUpdate(doc, update)));
  } finally {
    doc.off('update', listen);
  }
  return brought;
}

/** Throws what `work` throws, and afterwards when what it brought breaks the rules. */
function inOneTransaction<Answer>(doc: Y.Doc, rules: TextRules, work: () => Answer): Answer {
  let broken: string | null = null;
  // Deleted contents can be read until this is over.
  const check = (transaction: Y.Transaction) => {
    try {
      broken = findViolation(transaction, rules);
    } catch {
      broken = 'structs';
    }
  };
  doc.once('afterTransaction', check);
  try {
    const answer = doc.transact(work);
    if (broken !== null) refuse('document.schema-violation', { reason: broken });
    return answer;
  } finally {
    doc.off('afterTransaction', check);
  }
}

/** For this one a copy of the text had to be thrown away. */
function costly({ reason }: { readonly reason: unknown }): CostlyRefusal {
  const { code, status, params } =
    reason instanceof DomainError ? reason : refusal('document.malformed', { reason: 'structs' });
  return new CostlyRefusal(code, status, params);
}

/** True when Yjs has parked something that does not fit on to what is there. */
const isWaiting = (doc: Y.Doc): boolean => doc.store.pendingStructs !== null || doc.store.pendingDs !== null;
