import type { InStatement } from '@plenary/statements/web';
import { BesideParagraph, useOpenPanels } from '@plenary/statements/web/parts';
import { IconMessageCircle } from '@tabler/icons-react';
import { createPortal } from 'react-dom';
import { lazy, memo, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withWords } from '@plenary/ground/web';
import type { Editor } from '@tiptap/core';
import { usePlaces } from '../api/use-places';
import { useBeside, type Beside } from './beside';
import { besideOf } from './thread-marks';
import { isNarrow } from './screen';
import classes from './ThreadMargin.module.css';
import { useStanding } from './use-standing';
import { useThreadAddress } from './use-thread-address';

const Sheet = lazy(() =>
  withWords(['comments', 'comments-threads'], () => import('./ThreadSheet'))().then(
    ({ ThreadSheet: it }) => ({ default: it }),
  ),
);

/** Beside each paragraph with threads a mark that opens them; and what opens them from elsewhere. */
export function ThreadMargin(at: InStatement) {
  const beside = besideOf(at.editor, at.statement);
  return <Margin {...at} beside={beside} />;
}

interface Beneath extends InStatement {
  beside: Beside;
}

function Margin({ statement, editor, beside }: Beneath) {
  const { data: threads } = usePlaces(statement.id);
  const { standing } = useStanding(editor, beside, threads);
  const [sheet, setSheet] = useState(false);
  const panels = useOpenPanels();
  const asked = useBeside(beside, (state) => state.asked);
  const seen = useRef(asked);
  useEffect(() => beside.show(threads ?? []), [beside, threads]);
  useThreadAddress(beside, threads !== undefined);
  const { turn } = panels;
  useEffect(() => {
    if (seen.current === asked) return;
    seen.current = asked;
    if (isNarrow()) setSheet(true);
    else turn('comments', true);
  }, [asked, turn]);

  const marks = useMemo(() => {
    const byParagraph = new Map<
      string,
      { id: string; label: string | null; count: number; unread: number; first: string }
    >();
    for (const { thread, paragraph } of standing) {
      if (!paragraph || thread.isResolved) continue;
      const before = byParagraph.get(paragraph.id);
      byParagraph.set(paragraph.id, {
        id: paragraph.id,
        label: paragraph.label,
        count: (before?.count ?? 0) + 1,
        unread: (before?.unread ?? 0) + (thread.unreadCount > 0 ? 1 : 0),
        first: before?.first ?? thread.id,
      });
    }
    return [...byParagraph.values()];
  }, [standing]);
  return (
    <>
      {marks.map((mark) => (
        <Mark key={mark.id} editor={editor} beside={beside} {...mark} />
      ))}
      {sheet &&
        // What stands at the text runs as the text does; a sheet runs as the page.
        createPortal(
          <Suspense>
            <Sheet
              statement={statement}
              editor={editor}
              onClose={() => {
                setSheet(false);
                beside.close();
              }}
            />
          </Suspense>,
          document.body,
        )}
    </>
  );
}

interface MarkProps {
  editor: Editor;
  beside: Beside;
  id: string;
  label: string | null;
  count: number;
  unread: number;
  first: string;
}

const Mark = memo(function Mark({ editor, beside, id, label, count, unread, first }: MarkProps) {
  const { t } = useTranslation('comments-beside');
  const name = [
    label ? t('mark.at', { count, label }) : t('mark', { count }),
    ...(unread > 0 ? [t('mark.unread', { count: unread })] : []),
  ].join(', ');
  return (
    <BesideParagraph editor={editor} id={id}>
      <button
        type="button"
        className={classes.mark}
        aria-label={name}
        title={name}
        data-unread={unread > 0 || undefined}
        onClick={() => (isNarrow() ? beside.openParagraph(id) : beside.open(first, id))}
      >
        <IconMessageCircle size={26} stroke={1.25} aria-hidden />
        <span className={classes.count} aria-hidden>
          {count}
        </span>
      </button>
    </BesideParagraph>
  );
});
