import type { PersonId } from '@plenary/ground/kernel';
import { firstEndingBehind, type CharacterRange } from './ranges.js';

/** What was deleted, and by whom. */
interface Note extends CharacterRange {
  /** Null where it was not seen: it had been deleted before. */
  readonly text: string | null;
  /** Several may have deleted the same at once. */
  readonly by: readonly PersonId[];
}

/** Characters that are remembered of one document; each note costs as much as some characters on top. */
const mostRemembered = 200_000;
const costOfNote = 16;

/** Stands for an embed among characters, in front of its values; no character is ever this character. */
export const embedSign = '\ufffc';

/**
 * TXT-5: who deleted which characters, so that whoever undoes a deletion of their own can say whose the characters
 * were. What is forgotten here, oldest first, is still in the journal. `before` holds what is known besides, so that
 * what is only being judged can be noted apart.
 */
export class Deletions {
  /** By client id, in order, none overlapping another. */
  private readonly notes = new Map<number, Note[]>();
  /** Oldest first. */
  private readonly age = new Set<Note>();
  private cost = 0;

  constructor(private readonly before: Deletions | null = null) {}

  /** This person deleted these; `text` of their whole range, or null. */
  note(by: PersonId, range: CharacterRange, text: string | null): void {
    this.add({ ...range, text, by: [by] });
    this.trim();
  }

  /** Which characters these were, whoever deleted them. */
  remember(range: CharacterRange, text: string): void {
    this.add({ ...range, text, by: [] });
    this.trim();
  }

  /** Takes over all that another holds. */
  take(other: Deletions): void {
    for (const note of other.age) this.add(note);
    this.trim();
  }

  areBy(person: PersonId, range: CharacterRange): boolean {
    return this.walk(range, (one, other) => one?.by.includes(person) || other?.by.includes(person) || false);
  }

  /** What these characters were; null where some of them are not known. */
  textOf(range: CharacterRange): string | null {
    let found = '';
    const whole = this.walk(range, (one, other, from, to) => {
      const note = one?.text != null ? one : other;
      if (note?.text == null) return false;
      found += pieceOf(note, from, to);
      return true;
    });
    return whole ? found : null;
  }

  /** In pieces for which one note here and one before say all; false as soon as `holds` is. */
  private walk(
    { client, from, to }: CharacterRange,
    holds: (own: Note | null, before: Note | null, from: number, to: number) => boolean,
  ): boolean {
    for (let at = from; at < to;) {
      const [own, others] = [this.noteAt(client, at), this.before?.noteAt(client, at) ?? null];
      const end = Math.min(
        to,
        own?.to ?? this.nextFrom(client, at),
        others?.to ?? this.before?.nextFrom(client, at) ?? to,
      );
      if ((!own && !others) || !holds(own, others, at, end)) return false;
      at = end;
    }
    return true;
  }

  private noteAt(client: number, clock: number): Note | null {
    const list = this.notes.get(client) ?? none;
    const note = list[firstEndingBehind(list, clock)];
    return note && note.from <= clock ? note : null;
  }

  private nextFrom(client: number, clock: number): number {
    const list = this.notes.get(client) ?? none;
    return list[firstEndingBehind(list, clock)]?.from ?? Infinity;
  }

  private add(added: Note): void {
    const { client, from, to } = added;
    const list = this.notes.get(client) ?? [];
    this.notes.set(client, list);
    const first = firstEndingBehind(list, from);
    let last = first;
    while (last < list.length && list[last]!.from < to) last++;
    const touched = list.slice(first, last);
    touched.forEach((note) => this.forget(note));
    const pieces: Note[] = [];
    let at = from;
    for (const note of touched) {
      if (note.from < from) pieces.push(cut(note, note.from, from));
      if (at < note.from) pieces.push(cut(added, at, note.from));
      const [begin, end] = [Math.max(from, note.from), Math.min(to, note.to)];
      pieces.push(together(cut(note, begin, end), cut(added, begin, end)));
      if (note.to > to) pieces.push(cut(note, to, note.to));
      at = end;
    }
    if (at < to) pieces.push(cut(added, at, to));
    const [left, right] = [list[first - 1], list[last]];
    const joined = join([...(left ? [left] : []), ...pieces, ...(right ? [right] : [])]);
    const [begin, end] = [left ? first - 1 : first, right ? last + 1 : last];
    list.splice(begin, end - begin, ...joined);
    for (const note of [left, right]) if (note && !joined.includes(note)) this.forget(note);
    for (const note of joined) this.keep(note);
  }

  private keep(note: Note): void {
    if (this.age.has(note)) return;
    this.age.add(note);
    this.cost += costOf(note);
  }

  private forget(note: Note): void {
    if (this.age.delete(note)) this.cost -= costOf(note);
  }

  private trim(): void {
    for (const oldest of this.age) {
      if (this.cost <= mostRemembered) return;
      this.forget(oldest);
      const list = this.notes.get(oldest.client)!;
      list.splice(firstEndingBehind(list, oldest.from), 1);
      if (list.length === 0) this.notes.delete(oldest.client);
    }
  }
}

const none: readonly Note[] = [];

const costOf = ({ from, to, by }: Note): number => to - from + costOfNote + by.length;

/** An embed has one number, and a text that is longer. */
const pieceOf = ({ text, from }: Note, begin: number, end: number): string =>
  text!.startsWith(embedSign) ? text! : text!.slice(begin - from, end - from);

const cut = (note: Note, from: number, to: number): Note =>
  note.from === from && note.to === to
    ? note
    : { ...note, from, to, text: note.text === null ? null : pieceOf(note, from, to) };

const together = (known: Note, added: Note): Note => ({
  ...known,
  text: known.text ?? added.text,
  by: [...new Set([...known.by, ...added.by])],
});

/** Whoever deletes character by character leaves one note. */
function join(notes: readonly Note[]): Note[] {
  const joined: Note[] = [];
  for (const note of notes) {
    const last = joined.at(-1);
    if (last && goesOn(last, note)) {
      joined[joined.length - 1] = { ...last, to: note.to, text: last.text! + note.text! };
    } else joined.push(note);
  }
  return joined;
}

const goesOn = (one: Note, next: Note): boolean =>
  one.to === next.from &&
  one.by.length === next.by.length &&
  one.by.every((person, index) => person === next.by[index]) &&
  isCharacters(one.text) &&
  isCharacters(next.text) &&
  one.text!.length + next.text!.length < 2_000;

const isCharacters = (text: string | null): boolean => text !== null && !text.startsWith(embedSign);
