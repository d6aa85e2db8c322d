import type { ThreadPlaceView } from '@plenary/comments/domain';
import { useDerived } from '@plenary/statements/web/parts';
import type { Editor } from '@tiptap/core';
import { useMemo } from 'react';
import { useBeside, type Beside } from './beside';
import { inOrder, paragraphsOf, type NamedParagraph, type StandingThread } from './order';

const none: readonly ThreadPlaceView[] = [];

/** The threads of a text in its order; follows the text a moment later. */
export function useStanding(
  editor: Editor,
  beside: Beside,
  threads: readonly ThreadPlaceView[] | undefined,
): { standing: readonly StandingThread[]; paragraphs: readonly NamedParagraph[] } {
  const paragraphs = useDerived(editor, paragraphsOf, 400);
  const placed = useBeside(beside, (state) => state.placed);
  const standing = useMemo(
    () => inOrder(threads ?? none, paragraphs, beside),
    // Where passages stand is read from the text: `placed` says when that is otherwise.
    // eslint-disable-next-line react-hooks/exhaustive-deps
    [threads, paragraphs, beside, placed],
  );
  return { standing, paragraphs };
}
