import { type AttributeValue } from '@plenary/ground/text';
import { type Draft } from './drafts.js';
import { type Surroundings } from './surroundings.js';

/** What a paragraph is that begins here. */
export function begin(place: Surroundings, deepest: number): Pick<Draft, 'attributes' | 'number'> {
  const said: Record<string, AttributeValue> = {
    ...(place.kind ? { kind: place.kind } : {}),
    ...(place.direction ? { direction: place.direction } : {}),
  };
  const at = (indent: number, most: number): Record<string, AttributeValue> =>
    indent > 0 ? { indent: Math.min(indent, most) } : {};
  const { item, row, style } = place;
  if (row) return { attributes: said, number: null };
  if (style === 'heading') {
    if (item) item.used = 'heading';
    return { attributes: { ...said, style, level: place.level }, number: null };
  }
  if (item?.used === 'not yet') {
    item.used = 'item';
    return { attributes: { ...said, style: item.style, ...at(item.indent, deepest) }, number: item.number };
  }
  if (style === 'quote') return { attributes: { ...said, style }, number: null };
  if (item?.used === 'item')
    return { attributes: { ...said, ...at(item.indent + 1, deepest + 1) }, number: null };
  return { attributes: { ...said, ...at(place.indent, deepest + 1) }, number: null };
}
