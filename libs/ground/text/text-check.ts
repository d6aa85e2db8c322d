import * as Y from 'yjs';
import { isHarmless } from '@plenary/ground/kernel';
import { isFormatSpan, type FormatSpan } from './format-spans.js';
import { idOf, isItemId, keyOf, readBirthId, sameItem, type ItemId } from './item-id.js';
import { isPlace } from './page-order.js';
import { isRestored, restoredId } from './restorations.js';
import { facts, readBlockKey, rootsOf, type Roots } from './roots.js';
import { findItem, isMark, partId, partOf, readContent } from './sequence.js';
import { actsKnown } from './text-edit.js';
import { areValid, own, type TextRules } from './text-rules.js';

/** Items that may be walked over to see that formats end behind their beginning, in one transaction. */
const mostSteps = 2_000_000;

/** Characters never hold what ends paragraphs, or stands for an embed; nor what turns words or terminals around. */
const notACharacter = /[\n\r\ufffc]/;

/**
 * SYNC-13: looks at what one transaction wrote, and at nothing else. Answers what is wrong with it, or null. To be
 * called while the transaction is ending, before deleted characters are forgotten. `trusted` is what the server writes
 * itself: it alone may bring ids of its own.
 */
export function findViolation(transaction: Y.Transaction, rules: TextRules, trusted = false): string | null {
  return new TextCheck(transaction, rules, trusted).run();
}

class TextCheck {
  private readonly doc: Y.Doc;
  private readonly roots: Roots;
  private steps = 0;

  constructor(
    private readonly transaction: Y.Transaction,
    private readonly rules: TextRules,
    private readonly trusted: boolean,
  ) {
    this.doc = transaction.doc;
    this.roots = rootsOf(this.doc);
  }

  run(): string | null {
    const { beforeState, afterState } = this.transaction;
    for (const [client, end] of afterState) {
      const start = beforeState.get(client) ?? 0;
      if (end <= start) continue;
      const structs = this.doc.store.clients.get(client)!;
      for (let at = Y.findIndexSS(structs as never, start); at < structs.length; at++) {
        const struct = structs[at]!;
        const wrong = struct instanceof Y.Item && !struct.deleted ? this.item(struct) : null;
        if (wrong) return wrong;
      }
    }
    const first = this.roots.text._start;
    if (first !== null && !isMark(first)) return 'beginning';
    return this.deletions();
  }

  private item(item: Y.Item): string | null {
    const parent = item.parent as unknown;
    if (!isAmongItsOwn(item)) return 'place';
    if (parent === this.roots.text) return this.inText(item);
    if (item.parentSub === null) return 'root';
    const value = item.content instanceof Y.ContentAny && item.length === 1 ? item.content.arr[0] : undefined;
    if (value === undefined) return 'content';
    if (parent === this.roots.blocks) return this.inBlocks(item.parentSub, value);
    if (parent === this.roots.formats) return this.inFormats(item.parentSub, value);
    return parent === this.roots.restored ? this.inRestored(item, item.parentSub, value) : 'root';
  }

  private inText(item: Y.Item): string | null {
    if (item.parentSub !== null) return 'attribute';
    const part = partOf(item);
    if (part.kind === 'characters') {
      return notACharacter.test(part.text) || !isHarmless(part.text) ? 'characters' : null;
    }
    if (part.kind === 'mark') {
      const { p, id, own: ownFromBirth, ...rest } = part.value;
      const named = id !== undefined || ownFromBirth !== undefined;
      return areValid(p, this.rules.attributes) && this.isEmpty(rest) && (this.trusted || !named)
        ? null
        : 'mark';
    }
    if (part.kind === 'embed') {
      const { n, v, id, ...rest } = part.value;
      const validators = own(this.rules.embeds, n);
      const fits = validators !== undefined && areValid(v, validators) && this.isEmpty(rest);
      return fits && (this.trusted || id === undefined || this.isClaimed(item)) ? null : 'embed';
    }
    return part.kind === 'end' ? null : 'content';
  }

  /** One that an undo wrote anew is equal to the old one, its id included. */
  private isClaimed(item: Y.Item): boolean {
    return this.roots.restored.has(keyOf(idOf(item)));
  }

  private isEmpty(rest: object): boolean {
    return Object.keys(rest).length === 0;
  }

  /**
   * Structure stays: a paragraph that is deleted or joined is a fact beside it (TXT-1). So does whose characters are
   * (TXT-5).
   */
  private deletions(): string | null {
    let wrong: string | null = null;
    Y.iterateDeletedStructs(this.transaction, this.transaction.deleteSet, (struct) => {
      if (!(struct instanceof Y.Item)) return;
      if (struct.parent === (this.roots.restored as unknown)) wrong = 'restored';
      if (struct.parent !== (this.roots.text as unknown)) return;
      const { kind } = readContent(struct.content);
      if (kind === 'mark' || kind === 'end') wrong = 'structure';
    });
    return wrong;
  }

  private inBlocks(key: string, value: unknown): string | null {
    const { id, name } = readBlockKey(key);
    const parts = this.partsNamed(id);
    if (parts.length === 0) return 'id';
    if (parts[0] === 'paragraph') {
      const known = own(this.rules.attributes, name) ?? own(this.factChecks, name);
      return known?.(value) ? null : `attribute ${name}`;
    }
    const fits = parts.some((part) => own(own(this.rules.embeds, part) ?? {}, name)?.(value));
    return fits ? null : `embed ${name}`;
  }

  private readonly factChecks: Readonly<Record<string, (value: unknown) => boolean>> = {
    [facts.own]: (value) => value === true || (isItemId(value) && this.find(value) !== null),
    [facts.gone]: (value) => typeof value === 'boolean',
    [facts.at]: (value) =>
      isPlace(value) && (value[0] === null || this.partsNamed(value[0])[0] === 'paragraph'),
  };

  /** `paragraph`, or names of embeds: what it was that somebody deleted meanwhile may be forgotten. Empty for nothing. */
  private partsNamed(id: string): readonly string[] {
    const brought = broughtIds(this.doc, this.roots);
    const broughtOne = brought.get(id);
    if (broughtOne) return [broughtOne];
    const birth = readBirthId(id);
    // Marks are there for good: of another id that the server gave, it was an embed that somebody deleted.
    if (!birth && brought.size > 0) return Object.keys(this.rules.embeds);
    const item = birth && this.find(birth);
    if (!item) return [];
    return item.deleted ? Object.keys(this.rules.embeds) : (nameOf(item, id) ?? []);
  }

  private inFormats(key: string, value: unknown): string | null {
    const id = restoredId(key);
    if (!id || id[1] >= Y.getState(this.doc.store, id[0]) || !isFormatSpan(value)) return 'format';
    const rule = own(this.rules.formats, value.f);
    if (!rule || !this.isFormatValue(value, rule.values) || value.t > actsKnown(this.doc)) return 'format';
    return this.endsBehind(value) ? null : 'format place';
  }

  private isFormatValue({ v }: FormatSpan, values: TextRules['attributes']): boolean {
    if (v === null) return true;
    return v === true
      ? Object.keys(values).length === 0
      : Object.keys(values).length > 0 && areValid(v, values);
  }

  private endsBehind({ s, e, l }: FormatSpan): boolean {
    const last = this.find((e ?? l)!);
    for (let at = last && this.find(s); at !== null; at = at.right) {
      // Up to a character that has it no more: not the first one, or the span would end nowhere.
      if (at === last) return at !== this.find(s) || (e ? s[1] < e[1] : s[1] <= l![1]);
      if (++this.steps > mostSteps) return false;
    }
    return false;
  }

  /** The new characters stand where the old ones stood; whose they were is for the server to prove (TXT-5). */
  private inRestored(item: Y.Item, key: string, value: unknown): string | null {
    const id = restoredId(key);
    if (!id || !isRestored(value) || item.left !== null) return 'restored';
    const [client, clock, length] = value;
    if (!this.find([client, clock])) return 'restored';
    // Something may have been written between them since.
    for (let at = id[1]; at < id[1] + length;) {
      const anew = this.find([id[0], at]);
      const origin = anew?.rightOrigin;
      if (!anew || !origin || !sameItem([origin.client, origin.clock], [client, clock])) return 'restored';
      at = anew.id.clock + anew.length;
    }
    return null;
  }

  private find(id: ItemId): Y.Item | null {
    return findItem(this.doc, this.roots.text, id);
  }
}

/** Neighbours named across two roots would tie one's items into the other's. */
const isAmongItsOwn = (item: Y.Item): boolean =>
  [item.left, item.right].every(
    (other) => other === null || (other.parent === item.parent && other.parentSub === item.parentSub),
  );

function nameOf(item: Y.Item, id: string): string[] | null {
  const part = partOf(item);
  if (part.kind === 'mark') return partId(item, part.value) === id ? ['paragraph'] : null;
  if (part.kind === 'embed') return partId(item, part.value) === id ? [part.value.n] : null;
  return null;
}

const brought = new WeakMap<Y.Doc, ReadonlyMap<string, string>>();

/** Ids that the server gave, from an older text: they came before anybody wrote, and none comes after. */
function broughtIds(doc: Y.Doc, { text }: Roots): ReadonlyMap<string, string> {
  const known = brought.get(doc);
  if (known) return known;
  const found = new Map<string, string>();
  for (let item = text._start; item !== null; item = item.right) {
    const part = partOf(item);
    if (part.kind === 'mark' && part.value.id) found.set(part.value.id, 'paragraph');
    if (part.kind === 'embed' && part.value.id) found.set(part.value.id, part.value.n);
  }
  brought.set(doc, found);
  return found;
}
