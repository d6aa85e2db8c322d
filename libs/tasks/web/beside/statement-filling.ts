import { covers } from '@plenary/ground/kernel';
import { withWords } from '@plenary/ground/web';
import { afterTheText, type StatementFilling } from '@plenary/statements/web';
import { lazy } from 'react';

const beside = afterTheText(withWords(['tasks-beside'], () => import('.')));
const panel = withWords(['tasks-beside'], () => import('./TaskPanel'));

/** Tasks about a statement: at its side, beside its paragraphs, and a tool that makes one. */
export const statementFilling: StatementFilling = {
  key: 'tasks',
  panel: {
    title: 'tasks-beside:panel',
    Icon: lazy(() => beside().then(({ PanelIcon }) => ({ default: PanelIcon }))),
    For: lazy(() => beside().then(({ ForTasks }) => ({ default: ForTasks }))),
    Panel: lazy(() => panel().then(({ TaskPanel }) => ({ default: TaskPanel }))),
  },
  Margin: lazy(() => beside().then(({ TaskMargin }) => ({ default: TaskMargin }))),
  Tool: lazy(() => beside().then(({ TaskTool }) => ({ default: TaskTool }))),
  // Who only reads has no row of tools; the panel makes tasks for them, too.
  hasTool: ({ right }) => covers(right, 'comment'),
};
