const raised = new Map([...'0123456789+-=()'].map((sign, at) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'][at]!]));
const lowered = new Map([...'0123456789+-=()'].map((sign, at) => [sign, [...'₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'][at]!]));

/** CLIP-8: raised and lowered figures become Unicode's; letters, such as endings of ordinals, stay. */
export function raisedOrLowered(text: string, script: string): string {
  const signs = script === 'superscript' ? raised : script === 'subscript' ? lowered : null;
  if (!signs || !/\d/.test(text) || ![...text].every((sign) => signs.has(sign) || sign === ' ')) return text;
  return [...text].map((sign) => signs.get(sign) ?? sign).join('');
}
