import { covers } from '@plenary/ground/kernel';
import { withWords } from '@plenary/ground/web';
import { afterTheText, type StatementFilling } from '@plenary/statements/web';
import { lazy } from 'react';

const beside = afterTheText(withWords(['comments-suggest'], () => import('./beside')));
const panel = withWords(
  ['comments', 'comments-suggest', 'comments-suggestions'],
  () => import('./components/SuggestionsPanel'),
);

/** Suggestions upon a statement: a switch among the tools, marks upon the text, a list at its side. */
export const suggestionsFilling: StatementFilling = {
  key: 'suggestions',
  panel: {
    title: 'comments-suggest:panel',
    Icon: lazy(() => beside().then(({ PanelIcon }) => ({ default: PanelIcon }))),
    Panel: lazy(() => panel().then(({ SuggestionsPanel }) => ({ default: SuggestionsPanel }))),
  },
  keys: [
    ['comments-suggest:key.next', 'Alt+↓'],
    ['comments-suggest:key.previous', 'Alt+↑'],
  ],
  Margin: lazy(() => beside().then(({ SuggestionsBeside }) => ({ default: SuggestionsBeside }))),
  Tool: lazy(() => beside().then(({ SuggestTool }) => ({ default: SuggestTool }))),
  hasTool: ({ right }) => covers(right, 'comment'),
};
