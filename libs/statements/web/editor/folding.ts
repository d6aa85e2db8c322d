/** A text as people search it, and where each of its characters stands in the text as it is written. */
export interface Folded {
  readonly text: string;
  /** Of each character: where its sign begins, and where it ends with the marks that belong to it. */
  readonly from: readonly number[];
  readonly to: readonly number[];
}

/** Stands where the text holds something that is no character, such as the number of a source. */
export const noCharacter = '\ufffc';

/** Signs that nobody types when searching: marks, the Arabic lengthening stroke, and what is not seen. */
const unseen = /[\p{M}\p{Cf}\u0640\u00ad\ufffc]/gu;

/** Signs that mean the same to who searches: one, and those that are searched by it. */
const groups: readonly (readonly [string, string])[] = [
  ["'", '‘’‚‛ʼʹ′`´＇'],
  ['"', '“”„‟«»‹›″＂'],
  ['-', '‐‑‒–—―−'],
  ['ي', 'ىیئ'],
  ['ه', 'ةھہە'],
  ['ك', 'ک'],
  ['ا', 'ٱ'],
  ['و', 'ؤ'],
  ['ss', 'ß'],
  ['oe', 'œ'],
  ['ae', 'æ'],
  ['o', 'ø'],
  ['l', 'ł'],
  ['i', 'ı'],
];
const alike = new Map(
  groups.flatMap(([sign, others]) => Array.from(others, (other) => [other, sign] as const)),
);
// Arabic and Persian digits.
for (let digit = 0; digit < 10; digit++) {
  alike.set(String.fromCharCode(0x660 + digit), String(digit));
  alike.set(String.fromCharCode(0x6f0 + digit), String(digit));
}

/** What one sign is to who searches: nothing, a character, or several. */
function plainOf(sign: string): string {
  if (/\s/u.test(sign)) return ' ';
  const bare = sign.normalize('NFKD').replace(unseen, '').toLowerCase().replace(unseen, '');
  return Array.from(bare, (each) => alike.get(each) ?? each).join('');
}

const plain = new Map<string, string>();

function known(sign: string): string {
  let found = plain.get(sign);
  if (found === undefined) plain.set(sign, (found = plainOf(sign)));
  return found;
}

/**
 * Characters without case, accents, vowel signs and lengthening strokes, with plain quotation marks, dashes and blanks;
 * a row of blanks is one.
 */
export function fold(written: string): Folded {
  let text = '';
  const from: number[] = [];
  const to: number[] = [];
  let at = 0;
  for (const sign of written) {
    const characters = known(sign);
    const end = at + sign.length;
    const goesOn = characters === ' ' && text.endsWith(' ');
    if (goesOn || (characters === '' && sign !== noCharacter && text !== '')) to[to.length - 1] = end;
    else {
      text += characters;
      for (let unit = 0; unit < characters.length; unit++) {
        from.push(at);
        to.push(end);
      }
    }
    at = end;
  }
  return { text, from, to };
}
