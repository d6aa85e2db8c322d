import { withWords } from '@plenary/ground/web';
import type { StatementFilling } from '@plenary/statements/web';
import { covers } from '@plenary/ground/kernel';
import { lazy } from 'react';

/** A text is read first. Milliseconds after its page is there. */
const afterTheText = 1_000;
const rest = () => new Promise((done) => setTimeout(done, afterTheText));

/** Loaded once the text is there; what is opened later comes when it is opened. */
const load = withWords(['comments-beside'], () => import('./threads/beside'));
const beside = () => rest().then(load);
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
  hasTool: ({ right }) => covers(right, 'comment'),
};
