import { withWords } from '@plenary/ground/web';
import { afterTheText, type StatementFilling } from '@plenary/statements/web';
import { covers } from '@plenary/ground/kernel';
import { lazy } from 'react';

const beside = afterTheText(withWords(['comments-beside'], () => import('./threads/beside')));
const panel = withWords(['comments', 'comments-threads'], () => import('./threads/beside/ThreadPanel'));

/** Threads about a statement: upon its text, beside it, and at its side. */
export const statementFilling: StatementFilling = {
  key: 'comments',
  panel: {
    title: 'comments-beside:panel',
    Icon: lazy(() => beside().then(({ PanelIcon }) => ({ default: PanelIcon }))),
    Panel: lazy(() => panel().then(({ ThreadPanel }) => ({ default: ThreadPanel }))),
  },
  Margin: lazy(() => beside().then(({ ThreadMargin }) => ({ default: ThreadMargin }))),
  Tool: lazy(() => beside().then(({ CommentTool }) => ({ default: CommentTool }))),
  keys: [['comments-beside:comment.on', 'Mod+Alt+M']],
  hasTool: ({ right }) => covers(right, 'comment'),
};
