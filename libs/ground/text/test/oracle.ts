import * as Y from 'yjs';
import { charactersIn, watch } from './raw.js';

/** One appearance of a character in the sequence: as it was typed, or as an undo wrote it anew. */
interface Copy {
  readonly character: string;
  readonly id: Y.ID;
  /** Whose act covered it, if anybody's did. */
  coveredBy: number | null;
}

/** What one step on somebody's pile of acts did to characters. */
interface Step {
  readonly wrote: Set<Copy>;
  readonly covered: Set<Copy>;
}

interface Person {
  readonly steps: WeakMap<object, Step>;
  /** Copies that this person's undos wrote anew, and for which; Yjs knows this for each copy of a document alone. */
  readonly anew: Map<Copy, Copy>;
}

/**
 * Follows every character through everybody's acts and says what must stand in the text in the end. It uses nothing of
 * the model: it knows what a writer meant to do (which characters an act typed, which it covered on the writer's page),
 * and asks the pile of Yjs' UndoManager which act an undo took back. No character is there twice.
 */
export class Oracle {
  readonly wrongs: string[] = [];
  /** Characters that stood twice at some time, since two deleted them and both undid it. */
  readonly doubled = new Set<string>();
  private readonly byId = new Map<string, Copy>();
  private readonly byCharacter = new Map<string, { readonly author: number; readonly copies: Copy[] }>();
  private readonly people = new Map<number, Person>();

  /** What stands in the text before anybody writes. */
  begin(doc: Y.Doc): void {
    for (const client of doc.store.clients.keys()) this.takeNew(doc, client, 0);
  }

  author(character: string): number | undefined {
    return this.byCharacter.get(character)?.author;
  }

  get characters(): IterableIterator<string> {
    return this.byCharacter.keys();
  }

  /** How often a character must stand in the text: not covered, or brought back; more than once where two undid. */
  expected(character: string): number {
    return this.byCharacter.get(character)!.copies.filter((copy) => copy.coveredBy === null).length;
  }

  /** True when an undo wrote it anew: what stood around it may stand otherwise then. */
  wasRestored(character: string): boolean {
    return this.byCharacter.get(character)!.copies.length > 1;
  }

  /** Lets somebody act, who means to type these characters and to cover those that bear these ids. */
  act(
    doc: Y.Doc,
    manager: Y.UndoManager,
    typed: readonly string[],
    covered: readonly Y.ID[],
    act: () => void,
  ) {
    const step: Step = { wrote: new Set(), covered: new Set() };
    const from = Y.getState(doc.store, doc.clientID);
    const { added, updated } = watch(manager, act);
    for (const copy of this.takeNew(doc, doc.clientID, from)) step.wrote.add(copy);
    const wrote = [...step.wrote].map((copy) => copy.character);
    if (wrote.join() !== typed.join()) this.wrongs.push(`typed ${typed.join()}, wrote ${wrote.join()}`);
    for (const id of covered) {
      const copy = this.byId.get(keyOf(id))!;
      copy.coveredBy ??= doc.clientID;
      step.covered.add(copy);
    }
    const { steps } = this.person(doc);
    if (added) steps.set(added, step);
    else if (updated) {
      const known = steps.get(updated)!;
      for (const copy of step.wrote) known.wrote.add(copy);
      for (const copy of step.covered) known.covered.add(copy);
    } else if (wrote.length + covered.length > 0) this.wrongs.push('an act that cannot be undone');
  }

  /** Lets somebody undo or redo. */
  takeBack(doc: Y.Doc, manager: Y.UndoManager, act: () => void): void {
    const { steps, anew } = this.person(doc);
    let deleted: unknown = null;
    const see = (transaction: Y.Transaction) => void (deleted ??= transaction.deleteSet);
    doc.on('afterTransaction', see);
    const { added, popped } = watch(manager, act);
    doc.off('afterTransaction', see);
    if (!popped) return;
    const { wrote, covered } = steps.get(popped)!;
    const step: Step = { wrote: new Set(), covered: new Set() };
    for (const copy of [...wrote].map((each) => newest(each, anew))) {
      if (Y.isDeleted(deleted as never, copy.id)) {
        copy.coveredBy ??= doc.clientID;
        step.covered.add(copy);
      } else if (!(Y.getItem(doc.store, copy.id) as Y.Item).deleted)
        this.wrongs.push(`left ${copy.character}`);
    }
    for (const copy of covered) {
      if (wrote.has(copy) || anew.has(copy)) continue;
      const again = this.writtenAnew(doc, copy);
      if (!again) continue;
      anew.set(copy, again);
      step.wrote.add(again);
    }
    if (added) steps.set(added, step);
    else if (step.wrote.size + step.covered.size > 0) this.wrongs.push('an undo that cannot be redone');
  }

  /** What stands under this id came into the text in one go, from beside it, and covered these characters. */
  came(doc: Y.Doc, client: number, covered: readonly Y.ID[]): void {
    this.takeNew(doc, client, 0);
    for (const id of covered) this.cover(this.byId.get(keyOf(id))!, client);
  }

  /** All that this text knows of these characters was taken away, and what stands under this id came in its place. */
  wentBack(doc: Y.Doc, client: number, characters: Iterable<string>): void {
    for (const character of characters) {
      for (const copy of this.byCharacter.get(character)?.copies ?? [])
        if (copy.id.clock < Y.getState(doc.store, copy.id.client)) this.cover(copy, client);
    }
    this.takeNew(doc, client, 0);
  }

  private cover(copy: Copy, by: number): void {
    copy.coveredBy ??= by;
  }

  private writtenAnew(doc: Y.Doc, { id, character }: Copy): Copy | null {
    const item = Y.getItem(doc.store, id) as Y.Item;
    const { redone } = item;
    if (redone)
      return this.remember(character, Y.createID(redone.client, redone.clock + id.clock - item.id.clock));
    this.wrongs.push(`an undo did not bring ${character} back`);
    return null;
  }

  private takeNew(doc: Y.Doc, client: number, from: number): Copy[] {
    const found: Copy[] = [];
    for (const struct of doc.store.clients.get(client) ?? []) {
      if (!(struct instanceof Y.Item) || struct.parent !== (doc.getArray('text') as unknown)) continue;
      charactersIn(struct).forEach((character, at) => {
        const clock = struct.id.clock + at;
        if (clock >= from) found.push(this.remember(character, Y.createID(client, clock)));
      });
    }
    return found;
  }

  private remember(character: string, id: Y.ID): Copy {
    const copy: Copy = { character, id, coveredBy: null };
    const known = this.byCharacter.get(character);
    if (known) known.copies.push(copy);
    else this.byCharacter.set(character, { author: id.client, copies: [copy] });
    this.byId.set(keyOf(id), copy);
    if (this.expected(character) > 1) this.doubled.add(character);
    return copy;
  }

  private person(doc: Y.Doc): Person {
    const known = this.people.get(doc.clientID) ?? { steps: new WeakMap(), anew: new Map() };
    this.people.set(doc.clientID, known);
    return known;
  }
}

const keyOf = ({ client, clock }: Y.ID): string => `${client}.${clock}`;

function newest(copy: Copy, anew: ReadonlyMap<Copy, Copy>): Copy {
  let at = copy;
  for (let next = anew.get(at); next; next = anew.get(at)) at = next;
  return at;
}
