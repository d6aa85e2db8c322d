import * as Y from 'yjs';
import type { FlatText } from '../../flat-text.js';
import { birthId, keyOf } from '../../item-id.js';
import type { Layer } from '../layer.js';
import { inFrontOfAll, type LayerPart, type PartState } from '../layer-parts.js';

/** Characters that a layer writes and takes away at one place, as somebody finds who looks at each character. */
export interface MeantPlace {
  readonly written: readonly string[];
  readonly deleted: readonly MeantDeletion[];
  readonly state: PartState;
}

export interface MeantDeletion {
  readonly id: Y.ID;
  readonly character: string;
  readonly isThere: boolean;
}

interface Open {
  readonly paragraphId: string;
  readonly written: string[];
  readonly deleted: MeantDeletion[];
}

/**
 * LAY-4 by a model of its own, for layers that write and delete characters and nothing else: it goes over a plain Yjs
 * copy, one character after the other. It knows of no part, no range of numbers and no segment.
 */
export function meantBy(text: FlatText, { client, update }: Layer): MeantPlace[] {
  const copy = new Y.Doc({ gc: false });
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(text.doc));
  Y.applyUpdate(copy, update);
  const taken = takenBy(update);
  const places: MeantPlace[] = [];
  let paragraphId = inFrontOfAll;
  let open: Open | null = null;
  const close = () => {
    if (open) places.push({ ...open, state: stateOf(text, open) });
    open = null;
  };
  const here = (): Open => (open ??= { paragraphId, written: [], deleted: [] });
  for (let item = copy.getArray('text')._start; item !== null; item = item.right) {
    if (!item.deleted && isMark(item)) {
      close();
      const { id = birthId(item) } = (item.content as Y.ContentEmbed).embed as { id?: string };
      paragraphId = text.holderOf(id)?.id ?? id;
    }
    namesIn(item).forEach((character, at) => {
      const id = Y.createID(item.id.client, item.id.clock + at);
      const isThere = isAlive(text.doc, id);
      if (id.client === client) {
        if (!item.deleted) here().written.push(character);
      } else if (taken.has(keyOf([id.client, id.clock]))) here().deleted.push({ id, character, isThere });
      else if (isThere) close();
    });
  }
  close();
  return places;
}

/** What readers of layers say of the same places, to be compared. */
export const told = (parts: readonly LayerPart[]) =>
  parts.flatMap((part) => {
    if (part.kind !== 'characters') return [];
    const written = part.pieces.map((piece) =>
      piece.kind === 'inserted' ? (piece.embed?.v.text ?? piece.text) : '',
    );
    const deleted = part.pieces.map((piece) => (piece.kind === 'deleted' ? piece.length : 0));
    return [`${part.state} +${written.join('')} -${deleted.reduce((sum, each) => sum + each, 0)}`];
  });

export const meant = (places: readonly MeantPlace[]) =>
  places.map(({ state, written, deleted }) => `${state} +${written.join('')} -${deleted.length}`);

export function meantState(places: readonly MeantPlace[]): PartState {
  const states = new Set(places.map(({ state }) => state));
  if (!states.has('open') && !states.has('changed')) return 'void';
  return states.size === 1 && states.has('open') ? 'open' : 'changed';
}

function stateOf(text: FlatText, { paragraphId, deleted }: Open): PartState {
  const there = deleted.filter(({ isThere }) => isThere).length;
  if (there < deleted.length) return there > 0 ? 'changed' : 'void';
  const isShown = text.page.some(({ id }) => id === paragraphId);
  return isShown || paragraphId === inFrontOfAll ? 'open' : 'void';
}

function takenBy(update: Uint8Array): Set<string> {
  const taken = new Set<string>();
  for (const [client, ranges] of Y.decodeUpdate(update).ds.clients)
    for (const { clock, len } of ranges)
      for (let at = clock; at < clock + len; at++) taken.add(keyOf([client, at]));
  return taken;
}

function isAlive({ store }: Y.Doc, id: Y.ID): boolean {
  if (id.clock >= Y.getState(store, id.client)) return false;
  const item = Y.getItem(store, id) as unknown;
  return item instanceof Y.Item && !item.deleted;
}

/** Also of those that are deleted: a character whose word is forgotten has no name. */
function namesIn({ content }: Y.Item): string[] {
  if (content instanceof Y.ContentString) return content.str.split('');
  if (content instanceof Y.ContentDeleted) return Array<string>(content.len).fill('');
  const embed =
    content instanceof Y.ContentEmbed ? (content.embed as { n?: string; v?: { text: string } }) : {};
  return embed.n === undefined ? [] : [embed.v!.text];
}

const isMark = ({ content }: Y.Item): boolean =>
  content instanceof Y.ContentEmbed && Object.hasOwn(Object(content.embed), 'p');
