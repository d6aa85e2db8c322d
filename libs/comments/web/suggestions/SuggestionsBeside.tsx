import { covers } from '@plenary/ground/kernel';
import { currentImpersonation, withWords } from '@plenary/ground/web';
import { useShownText, type InStatement } from '@plenary/statements/web';
import { useOpenPanels } from '@plenary/statements/web/parts';
import { lazy, Suspense, useCallback, useEffect, useState } from 'react';
import { createPortal } from 'react-dom';
import { isNarrow } from '../threads/beside/screen';
import { useSuggestions } from './api/use-suggestions';
import type { Mode } from './mode';
import { useSuggestionAddress } from './suggestion-address';
import { useMode } from './use-mode';

const Shown = lazy(() =>
  withWords(['comments', 'comments-suggestions'], () => import('./components/ShownSuggestions'))().then(
    ({ ShownSuggestions }) => ({ default: ShownSuggestions }),
  ),
);

const AtParagraphs = lazy(() =>
  withWords(['comments', 'comments-suggestions'], () => import('./components/SuggestionMargin'))().then(
    ({ SuggestionMargin }) => ({ default: SuggestionMargin }),
  ),
);

const Sheet = lazy(() =>
  withWords(
    ['comments', 'comments-suggest', 'comments-suggestions'],
    () => import('./components/SuggestionsSheet'),
  )().then(({ SuggestionsSheet }) => ({ default: SuggestionsSheet })),
);

/** Whoever opens a statement has it first. Milliseconds. */
const afterwards = 4_000;

/** Upon the text: what is suggested, or written as a suggestion. Loaded when there is something to show. */
export function SuggestionsBeside(at: InStatement) {
  const mode = useMode(at.statement);
  const { instead, show } = useShownText();
  const { data: all } = useSuggestions(at.statement.id);
  const hasOpen = all?.some(({ state }) => state === 'open') ?? false;
  const isShown = mode.opened !== null || mode.view !== 'text';
  const isCopy = mode.opened !== null || mode.view === 'accepted';
  useEffect(() => {
    if (!isCopy && instead) show(null);
  }, [isCopy, instead, show]);
  const [sheet, setSheet] = useState(false);
  const { turn } = useOpenPanels();
  const open = useCallback(() => (isNarrow() ? setSheet(true) : turn('suggestions', true)), [turn]);
  useSuggestionAddress(mode, open);
  useReadiness(at.statement.right !== 'none' && covers(at.statement.right, 'comment'), mode);
  return (
    <>
      {isShown && <Shown {...at} mode={mode} />}
      {hasOpen && !instead && (
        <Suspense>
          <AtParagraphs {...at} mode={mode} onAll={open} />
        </Suspense>
      )}
      {sheet &&
        // What stands at the text runs as the text does; a sheet runs as the page.
        createPortal(
          <Suspense>
            <Sheet {...at} onClose={() => setSheet(false)} />
          </Suspense>,
          document.body,
        )}
    </>
  );
}

/** One can begin without a network later on, and what was left unsent here is sent. */
function useReadiness(mayComment: boolean, mode: Mode): void {
  useEffect(() => {
    if (!mayComment || currentImpersonation() || savesData()) return;
    const timer = setTimeout(() => {
      // Without a network there is nothing to fetch, and the next page tries again.
      if (navigator.onLine) void mode.makeReady().catch(() => undefined);
    }, afterwards);
    return () => clearTimeout(timer);
  }, [mayComment, mode]);
}

const savesData = (): boolean =>
  (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
