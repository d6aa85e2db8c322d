/**
 * Fixed caret colours, six-digit hex as the editor needs them. Each has a contrast of at least 4.5:1 against
 * white, so that a name set in white on it can be read.
 */
export const caretColours = [
  '#0b6e6e',
  '#8a3ffc',
  '#b3261e',
  '#00639b',
  '#7a5900',
  '#9c2a70',
  '#3b6939',
  '#a13d00',
  '#4b57c4',
  '#5f5a00',
  '#006a6a',
  '#85468f',
] as const;

/** The colour of a person: the same on every screen, derived from the id. */
export function colourOf(personId: string): string {
  let hash = 2166136261;
  for (let i = 0; i < personId.length; i++) hash = Math.imul(hash ^ personId.charCodeAt(i), 16777619) >>> 0;
  return caretColours[hash % caretColours.length]!;
}
