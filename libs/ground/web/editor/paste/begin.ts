import { type AttributeValue } from '@plenary/ground/text';
import { type Draft } from './drafts.js';
import { type Surroundings } from './surroundings.js';

/** What a paragraph is that begins here. */
export function begin(place: Surroundings, deepest: number): Pick<Draft, 'attributes' | 'number'> {
  const kind: Record<string, AttributeValue> = place.kind ? { kind: place.kind } : {};
  const at = (indent: number): Record<string, AttributeValue> =>
    indent > 0 ? { indent: Math.min(indent, deepest) } : {};
  const { item, row, style } = place;
  if (row) return { attributes: kind, number: null };
  if (style === 'heading') {
    if (item) item.used = 'heading';
    return { attributes: { ...kind, style, level: place.level }, number: null };
  }
  if (item?.used === 'not yet') {
    item.used = 'item';
    return { attributes: { ...kind, style: item.style, ...at(item.indent) }, number: item.number };
  }
  if (style === 'quote') return { attributes: { ...kind, style }, number: null };
  if (item?.used === 'item') return { attributes: { ...kind, ...at(item.indent + 1) }, number: null };
  return { attributes: { ...kind, ...at(place.indent) }, number: null };
}
