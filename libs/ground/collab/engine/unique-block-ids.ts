import * as Y from 'yjs';
import type { Repair } from './document-schema.js';

/**
 * A repair for `DocumentKind`: every block of a root has an id of its own. Of several blocks with one id, the owner
 * is the one whose id follows from its own birth, else the one that had it when all was well, else the one of the
 * lowest (clock, client). The others get the id that follows from their birth: whoever repairs writes the same.
 */
export function uniqueBlockIds(root: string, attribute: string): Repair {
  return (doc, memory) => {
    const byId = new Map<string, Y.XmlElement[]>();
    for (const block of doc.getXmlFragment(root).toArray()) {
      if (!(block instanceof Y.XmlElement)) continue;
      const value: unknown = block.getAttribute(attribute);
      const id = typeof value === 'string' ? value : '';
      const sharing = byId.get(id);
      if (sharing) sharing.push(block);
      else byId.set(id, [block]);
    }
    const homeless = [...byId].flatMap(([id, blocks]) => {
      const owner = id === '' ? null : ownerOf(id, blocks, memory);
      return blocks.filter((block) => block !== owner);
    });
    if (homeless.length === 0) remember(byId, memory);
    return homeless.map((block) => () => block.setAttribute(attribute, freeId(birthId(block), byId)));
  };
}

/** `y<client>.<clock>` of the struct that brought the block into the text. */
export function birthId(block: Y.XmlElement): string {
  const { client, clock } = block._item!.id;
  return `y${client}.${clock}`;
}

function ownerOf(
  id: string,
  blocks: readonly Y.XmlElement[],
  memory: ReadonlyMap<string, string>,
): Y.XmlElement {
  if (blocks.length === 1) return blocks[0]!;
  // Clocks of two writers say nothing about who came first: a copy made by a newcomer must not take the id away.
  const before = memory.get(id);
  return (
    blocks.find((block) => birthId(block) === id) ??
    blocks.find((block) => birthId(block) === before) ??
    blocks.reduce(lower)
  );
}

/** Id → birth of the block that has it. */
function remember(byId: ReadonlyMap<string, readonly Y.XmlElement[]>, memory: Map<string, string>): void {
  memory.clear();
  for (const [id, [block]] of byId) memory.set(id, birthId(block!));
}

/** Somebody may have typed another block's birth id into an attribute; then a letter is added, the same for all. */
function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  return taken.has(id) ? freeId(`${id}x`, taken) : id;
}

function lower(one: Y.XmlElement, other: Y.XmlElement): Y.XmlElement {
  const [a, b] = [one._item!.id, other._item!.id];
  return (a.clock - b.clock || a.client - b.client) <= 0 ? one : other;
}
