import type { Subject } from './events.js';

/**
 * One thing that is told of a change, besides who did it to what. `key` is the part of the payload that is read, `words`
 * the key under which the room's own messages name it, with their namespace: `<room>-record:<key>` for those in
 * `messages/record`, `<room>:<key>` for words that its screens have, too. What has no word is left out.
 */
export type Told =
  /** A word for the value: `<words>.<value>`; with `and`, where that part is true, `<words>.<value>.<and>`; `term` are days. */
  | {
      readonly as: 'word';
      readonly key: string;
      readonly words: string;
      readonly and?: string;
      readonly term?: readonly [from: string, until: string];
    }
  /** What it was, and what it is. */
  | { readonly as: 'change'; readonly key: string; readonly words: string; readonly before: string }
  /** How many; a message with plural forms and `{{number}}`. Nothing for 0. */
  | { readonly as: 'count'; readonly key: string; readonly words: string }
  /** Said when the part is true. */
  | { readonly as: 'flag'; readonly key: string; readonly words: string }
  /** Which parts were changed: a list of names in the payload, each `<words>.<name>`; what is in them is not told. */
  | { readonly as: 'parts'; readonly key: string; readonly words: string }
  /** To whom something is given: the `other` of the event, or what `of` says as a word. */
  | {
      readonly as: 'to';
      readonly key: string;
      readonly words: string;
      readonly of: (payload: never) => string | null;
    }
  /** Free words of the person who did it: for coordinators, and for the organisation that they are about. */
  | { readonly as: 'reason'; readonly key: string };

/**
 * How a kind of event reads on the record. It stands beside the event's definition; an event without one is in no list.
 * Its words are `event.<name>` (the kind) and `say.<name>` (a sentence with `{{subject}}`, `{{person}}`, `{{other}}`) in
 * the room's `messages/record`.
 */
export interface EventRecord<Payload extends object = object> {
  /**
   * In whose name it is done. Absent: of the organisation for which the person speaks, or about which it is.
   * `coalition`: for the coalition, whoever does it. `subject`: of the subject, where that is the person's organisation.
   */
  readonly doneFor?: 'coalition' | 'subject';
  /** Whom it names besides its subject and `payload.personId`. Not told where the reader may not read the subject. */
  readonly other?: (payload: Payload) => Subject | null;
  readonly told?: readonly Told[];
  /** Only those whose payload says one of these are on the record. */
  readonly only?: { readonly key: keyof Payload & string; readonly among: readonly string[] };
}
