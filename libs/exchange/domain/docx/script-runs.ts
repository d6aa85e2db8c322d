/** Characters of scripts that run from right to left. */
const fromRight = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

export interface ScriptRun {
  readonly text: string;
  readonly rtl: boolean;
}

/**
 * Text in pieces of one direction, as Word wants them marked. What has no direction of its own (spaces, figures, signs)
 * goes with the paragraph, unless words of the other direction stand on both sides of it.
 */
export function scriptRuns(text: string, paragraph: 'ltr' | 'rtl'): ScriptRun[] {
  const isRight = paragraph === 'rtl';
  const runs: ScriptRun[] = [];
  const put = (piece: string, rtl: boolean) => {
    const last = runs.at(-1);
    if (piece === '') return;
    if (last?.rtl === rtl) runs[runs.length - 1] = { text: last.text + piece, rtl };
    else runs.push({ text: piece, rtl });
  };
  let neutral = '';
  let before = isRight;
  for (const sign of text) {
    const own = fromRight.test(sign) ? true : /\p{L}/u.test(sign) ? false : null;
    if (own === null) {
      neutral += sign;
      continue;
    }
    put(neutral, own === before ? own : isRight);
    put(sign, own);
    [neutral, before] = ['', own];
  }
  put(neutral, isRight);
  return runs;
}
