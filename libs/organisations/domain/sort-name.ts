import { oneLine } from '@plenary/ground/kernel';

/** A name without accents, capitals and double spaces: what lists are ordered by and searches look into. */
export function sortNameOf(name: string): string {
  return oneLine(name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase());
}
