import type { Signal } from '@plenary/comments/domain';

/** One suggestion upon the Forum statement, by given names. None of it was made by anybody. */
export interface SeedSuggestion {
  /** Short and stable: ids are made from it. */
  readonly key: string;
  readonly by: string;
  readonly language: string;
  readonly reason: string;
  /** Words of the statement, and what stands in their place or behind them, or begins a paragraph behind theirs. */
  readonly at: string;
  readonly does:
    | { readonly instead: string }
    | { readonly behind: string }
    | { readonly newParagraph: string };
  readonly signals: readonly { readonly by: string; readonly signal: Signal }[];
}

export const seedSuggestions: readonly SeedSuggestion[] = [
  {
    key: 'promises',
    by: 'Sunita',
    language: 'en',
    reason: '“Illusion” will be quoted against us. This says the same and names who has to answer.',
    at: 'more akin to an illusion',
    does: { instead: 'like a promise that governments do not keep' },
    signals: [
      { by: 'Joana', signal: 'concern' },
      { by: 'Rosa Elena', signal: 'support' },
    ],
  },
  {
    key: 'mothers',
    by: 'Rosa Elena',
    language: 'es',
    reason: 'Muchas son madres detenidas delante de sus hijas e hijos.',
    at: 'people being detained',
    does: { behind: ', mothers in front of their children among them,' },
    signals: [{ by: 'Luzviminda', signal: 'support' }],
  },
  {
    key: 'returns',
    by: 'Mariam',
    language: 'ar',
    reason: 'تجري عمليات الإعادة القسرية في البحر المتوسط كل أسبوع ولا يُحاسَب عليها أحد.',
    at: 'people being detained',
    does: {
      newParagraph:
        'We name the forced returns in the Mediterranean, which happen every week, and for which nobody answers.',
    },
    signals: [],
  },
];
