import * as Y from 'yjs';
import type { Repair } from './document-schema.js';

/**
 * A repair for `DocumentKind`: every block of a root has an id of its own. Of several blocks with one id, the owner
 * is the one whose id follows from where it was born, else the one that was born first; the others get the id that
 * follows from their own birth. Whoever repairs writes the same value, so that nothing flaps.
 */
export function uniqueBlockIds(root: string, attribute: string): Repair {
  return (doc) => {
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
      const owner = id === '' ? null : ownerOf(id, blocks);
      return blocks.filter((block) => block !== owner);
    });
    return homeless.map((block) => () => block.setAttribute(attribute, freeId(birthId(block), byId)));
  };
}

/** `y<client>.<clock>` of the struct that brought the block into the text. */
export function birthId(block: Y.XmlElement): string {
  const { client, clock } = block._item!.id;
  return `y${client}.${clock}`;
}

function ownerOf(id: string, blocks: readonly Y.XmlElement[]): Y.XmlElement {
  return blocks.find((block) => birthId(block) === id) ?? blocks.reduce(elder);
}

/** Somebody may have typed another block's birth id into an attribute; then a letter is added, the same for all. */
function freeId(id: string, taken: ReadonlyMap<string, unknown>): string {
  return taken.has(id) ? freeId(`${id}x`, taken) : id;
}

function elder(one: Y.XmlElement, other: Y.XmlElement): Y.XmlElement {
  const [a, b] = [one._item!.id, other._item!.id];
  return (a.clock - b.clock || a.client - b.client) <= 0 ? one : other;
}
