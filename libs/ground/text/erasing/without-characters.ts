import * as encoding from 'lib0/encoding';
import * as Y from 'yjs';
import type { NumberRange } from '../number-ranges.js';
import type { CharacterRanges } from '../character-ranges.js';

/**
 * The same update (V1) with these characters as if they had been deleted when they were written: all numbers, and so all
 * that stands beside them, stay as they are, and the words are not in the bytes any more. The very same bytes where it
 * holds none of them.
 */
export function withoutCharacters(update: Uint8Array, erased: CharacterRanges): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update);
  const isTouched = structs.some((struct) => partsOf(struct, erased).length > 0);
  if (!isTouched) return update;
  const encoder = new Y.UpdateEncoderV1();
  const byClient = new Map<number, Struct[]>();
  // Yjs writes clients as they come in an update: the same order, so that nothing else of it changes.
  for (const struct of structs) {
    const { client } = struct.id;
    const own = byClient.get(client) ?? [];
    byClient.set(client, own);
    for (const each of split(struct, partsOf(struct, erased))) own.push(each);
  }
  encoding.writeVarUint(encoder.restEncoder, byClient.size);
  for (const [client, own] of byClient) {
    encoding.writeVarUint(encoder.restEncoder, own.length);
    encoder.writeClient(client);
    encoding.writeVarUint(encoder.restEncoder, own[0]!.id.clock);
    for (const struct of own) struct.write(encoder, 0);
  }
  writeDeletes(encoder.restEncoder, ds.clients);
  return encoder.toUint8Array();
}

/** An update that deletes these characters and does nothing else. */
export function deletionOf(ranges: Iterable<NumberRange>): Uint8Array {
  const clients = new Map<number, { clock: number; len: number }[]>();
  for (const { client, from, to } of ranges) {
    const own = clients.get(client) ?? [];
    clients.set(client, own);
    own.push({ clock: from, len: to - from });
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, 0);
  writeDeletes(encoder, clients);
  return encoding.toUint8Array(encoder);
}

type Struct = ReturnType<typeof Y.decodeUpdate>['structs'][number];

/** Only what holds something: what is deleted or collected holds nothing. */
function partsOf(struct: Struct, erased: CharacterRanges): NumberRange[] {
  if (!(struct instanceof Y.Item) || struct.content instanceof Y.ContentDeleted) return [];
  const { client, clock } = struct.id;
  return erased.within(client, clock, clock + struct.length);
}

/** The parts of an item, of which the erased ones say no more than how long they were. */
function split(struct: Struct, erased: readonly NumberRange[]): Struct[] {
  if (!(struct instanceof Y.Item) || erased.length === 0) return [struct];
  const { clock } = struct.id;
  const found: Struct[] = [];
  let at = clock;
  const keep = (to: number) => {
    if (to > at) found.push(part(struct, at - clock, contentBetween(struct, at - clock, to - clock)));
    at = Math.max(at, to);
  };
  for (const { from, to } of erased) {
    keep(from);
    found.push(part(struct, from - clock, new Y.ContentDeleted(to - from)));
    at = to;
  }
  keep(clock + struct.length);
  return found;
}

function contentBetween({ content }: Y.Item, from: number, to: number): Y.Item['content'] {
  if (content instanceof Y.ContentString) return new Y.ContentString(content.str.slice(from, to));
  const copy = content.copy();
  const rest = from > 0 ? copy.splice(from) : copy;
  if (to - from < rest.getLength()) rest.splice(to - from);
  return rest;
}

/** As Yjs itself parts an item: what follows stands behind the last character before it. */
function part(item: Y.Item, from: number, content: Y.Item['content']): Y.Item {
  const { client, clock } = item.id;
  return new Y.Item(
    Y.createID(client, clock + from),
    null,
    from > 0 ? Y.createID(client, clock + from - 1) : item.origin,
    null,
    item.rightOrigin,
    item.parent,
    item.parentSub,
    content,
  );
}

function writeDeletes(
  encoder: encoding.Encoder,
  clients: ReadonlyMap<number, readonly { readonly clock: number; readonly len: number }[]>,
): void {
  encoding.writeVarUint(encoder, clients.size);
  for (const [client, ranges] of clients) {
    encoding.writeVarUint(encoder, client);
    encoding.writeVarUint(encoder, ranges.length);
    for (const { clock, len } of ranges) {
      encoding.writeVarUint(encoder, clock);
      encoding.writeVarUint(encoder, len);
    }
  }
}
