import { Extension, InputRule } from '@tiptap/core';

/** How a language sets what the keyboard has one sign for. */
interface Signs {
  readonly opening: string;
  readonly closing: string;
  /** Of a quotation by single signs; without it they are apostrophes. */
  readonly single?: string;
  /** What two hyphens are. */
  readonly dash: string;
}

const guillemets = { opening: '«', closing: '»' };
const signsOf: Readonly<Record<string, Signs>> = {
  en: { opening: '“', closing: '”', single: '‘', dash: '—' },
  es: { ...guillemets, dash: '—' },
  fr: { opening: '«\u00a0', closing: '\u00a0»', dash: '–' },
  ar: { ...guillemets, dash: '–' },
  de: { opening: '„', closing: '“', single: '‚', dash: '–' },
  it: { ...guillemets, dash: '–' },
  ru: { ...guillemets, dash: '—' },
  uk: { ...guillemets, dash: '—' },
};
const otherwise: Signs = { opening: '“', closing: '”', dash: '–' };

const storedAt = 'plenary.plain-signs';

/** Whether what is typed becomes typographic signs, on this device. */
export function keepsSigns(): boolean {
  try {
    return localStorage.getItem(storedAt) === null;
  } catch {
    return true; // storage is forbidden in this browser
  }
}

export function keepSigns(typographic: boolean): void {
  try {
    if (typographic) localStorage.removeItem(storedAt);
    else localStorage.setItem(storedAt, 'true');
  } catch {
    // Storage is forbidden: it stays as usual.
  }
}

/** In front of what a quotation begins: nothing, a blank, an opening bracket, sign or dash. */
const beforeOpening = /(?:^|[\s([{«“„‘‚/–—\u00a0])$/u;

/** Quotation marks, apostrophes and dashes as the statement's language has them. Backspace brings the typed one back. */
export const TypographicSigns = Extension.create<{ language: string }>({
  name: 'typographicSigns',

  addInputRules() {
    const signs = signsOf[this.options.language.split('-')[0]!] ?? otherwise;
    const turn = (find: RegExp, into: (before: string) => string) =>
      new InputRule({
        find,
        handler: ({ state, range }) => {
          if (!keepsSigns()) return null;
          const $from = state.doc.resolve(range.from);
          const before = $from.parent.textBetween(0, $from.parentOffset, undefined, ' ');
          state.tr.insertText(into(before), range.from, range.to);
          return undefined;
        },
      });
    return [
      turn(/"$/, (before) => (beforeOpening.test(before) ? signs.opening : signs.closing)),
      turn(/'$/, (before) => (signs.single && beforeOpening.test(before) ? signs.single : '’')),
      turn(/--$/, () => signs.dash),
      turn(/–-$/, () => '—'),
    ];
  },
});
