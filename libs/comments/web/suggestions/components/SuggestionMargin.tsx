import { CloseButton } from '@mantine/core';
import { stateOf } from '@plenary/ground/text';
import { Dialog } from '@plenary/ground/web';
import { useShownText, type InStatement } from '@plenary/statements/web';
import { BesideParagraph, useDerived } from '@plenary/statements/web/parts';
import { IconPencil } from '@tabler/icons-react';
import { useId, useLayoutEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { paragraphsOf } from '../../threads/beside/order';
import { isNarrow } from '../../threads/beside/screen';
import { whoseOf, type Listed } from '../editor/choosing';
import type { Mode } from '../mode';
import { goToPlace } from './go-to-place';
import { SuggestionItem } from './SuggestionItem';
import classes from './SuggestionMargin.module.css';
import panelClasses from './SuggestionsPanel.module.css';
import { useListed } from './use-listed';
import { useSuggestionThreads } from './use-suggestion-threads';

interface Props extends InStatement {
  mode: Mode;
  /** Opens the list of all. */
  onAll: () => void;
}

interface Standing {
  readonly id: string;
  readonly label: string | null;
  readonly listed: readonly Listed[];
}

/** Beside each paragraph for which something is suggested a mark; it opens what is suggested there, to weigh it in place. */
export function SuggestionMargin({ mode, onAll, ...at }: Props) {
  const { statement, editor } = at;
  const { text } = useShownText();
  const { upon, ordered, rivalsOf } = useListed(statement.id, text);
  const threadsOf = useSuggestionThreads(statement.id);
  const paragraphs = useDerived(editor, paragraphsOf, 400);
  const [opened, setOpened] = useState<string | null>(null);
  const marks = useMemo(() => {
    const labels = new Map(paragraphs.map(({ id, label }) => [id, label]));
    const found = new Map<string, Standing>();
    for (const listed of ordered) {
      const id = listed.standing && upon.base.page[listed.standing[0]]?.id;
      if (!id || listed.suggestion.state !== 'open') continue;
      const others = found.get(id)?.listed ?? [];
      found.set(id, { id, label: labels.get(id) ?? null, listed: [...others, listed] });
    }
    return [...found.values()];
  }, [ordered, paragraphs, upon]);

  const close = () => setOpened(null);
  const items = ({ listed }: Standing, onGo?: () => void) => (
    <ol className={panelClasses.list}>
      {listed.map(({ suggestion, parts }) => (
        <SuggestionItem
          key={suggestion.id}
          {...{ statement, editor, suggestion, mode, parts }}
          threads={threadsOf(suggestion.id)}
          state={parts ? stateOf(parts) : 'open'}
          rivals={rivalsOf(suggestion.id)}
          isChosen={false}
          onGo={() => {
            onGo?.();
            mode.choose(suggestion.id);
            if (parts) goToPlace(editor, parts);
          }}
          onDone={() => {
            if (listed.length > 1) return;
            close();
            // Where keys take back what was decided. On a phone the keyboard would come.
            if (!isNarrow()) editor.view.dom.focus({ preventScroll: true });
          }}
        />
      ))}
    </ol>
  );
  const all = () => {
    close();
    onAll();
  };
  return marks.map((mark) => (
    <BesideParagraph key={mark.id} editor={editor} id={mark.id}>
      <Mark
        of={mark}
        isOpen={opened === mark.id}
        onTurn={() => setOpened((before) => (before === mark.id ? null : mark.id))}
      />
      {opened === mark.id &&
        (isNarrow() ? (
          // What stands at the text runs as the text does; a sheet runs as the page.
          createPortal(
            <Sheet of={mark} onClose={close} onAll={all}>
              {items(mark, close)}
            </Sheet>,
            document.body,
          )
        ) : (
          <Card of={mark} onClose={close} onAll={all}>
            {items(mark)}
          </Card>
        ))}
    </BesideParagraph>
  ));
}

function Mark({
  of: { label, listed },
  isOpen,
  onTurn,
}: {
  of: Standing;
  isOpen: boolean;
  onTurn: () => void;
}) {
  const { t } = useTranslation('comments-suggestions');
  const count = listed.length;
  const names = new Set(
    listed.map(({ suggestion }) => {
      const { name, organisation } = whoseOf(suggestion);
      return organisation ? `${name} (${organisation.acronym ?? organisation.name})` : name;
    }),
  );
  const list = new Intl.ListFormat(document.documentElement.lang || 'en');
  const what = label ? t('beside.at', { count, label: isolated(label) }) : t('beside', { count });
  const said = `${what}: ${list.format(names)}`;
  return (
    <button
      type="button"
      className={classes.mark}
      aria-label={said}
      title={said}
      aria-expanded={isOpen}
      onClick={onTurn}
    >
      <IconPencil size={16} stroke={1.5} aria-hidden />
      <span className={classes.count} aria-hidden>
        {count}
      </span>
    </button>
  );
}

interface Around {
  of: Standing;
  onClose: () => void;
  onAll: () => void;
  children: ReactNode;
}

function Sheet({ of, onClose, onAll, children }: Around) {
  return (
    <Dialog title={useTitle(of)} opened onClose={onClose}>
      <div className={panelClasses.panel}>
        {children}
        <ToAll onAll={onAll} />
      </div>
    </Dialog>
  );
}

/** Pixels that stay between it and the edge of the page. */
const edge = 8;

/** Beside its paragraph, over what stands at the side. */
function Card({ of, onClose, onAll, children }: Around) {
  const { t } = useTranslation();
  const title = useId();
  const card = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const shown = card.current!;
    const { left, right } = shown.getBoundingClientRect();
    const over = Math.max(0, right - document.documentElement.clientWidth + edge);
    const under = Math.max(0, edge - left);
    if (over || under) shown.style.transform = `translateX(${under - over}px)`;
    shown.focus({ preventScroll: true });
    shown.scrollIntoView({ block: 'nearest' });
    // What is asked about it stands in front of it, and gives the focus back to it.
    return () => {
      if (shown.contains(document.activeElement))
        shown.parentElement
          ?.querySelector<HTMLElement>('button[aria-expanded]')
          ?.focus({ preventScroll: true });
    };
  }, []);
  return (
    <section
      ref={card}
      dir={document.documentElement.dir || 'ltr'}
      tabIndex={-1}
      aria-labelledby={title}
      className={classes.card}
      onKeyDown={(event) => {
        // A question about it is answered first; it is a dialog of its own.
        if (event.key !== 'Escape' || (event.target as Element).closest('dialog')) return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className={classes.head}>
        <h2 id={title} className={classes.title}>
          {useTitle(of)}
        </h2>
        <CloseButton size="sm" aria-label={t('common:close')} onClick={onClose} />
      </div>
      <div className={panelClasses.panel}>
        {children}
        <ToAll onAll={onAll} />
      </div>
    </section>
  );
}

function useTitle({ label }: Standing): string {
  const { t } = useTranslation('comments-suggestions');
  return label ? t('beside.title', { label: isolated(label) }) : t('title');
}

function ToAll({ onAll }: { onAll: () => void }) {
  const { t } = useTranslation('comments-suggestions');
  return (
    <button type="button" className={classes.all} onClick={onAll}>
      {t('beside.all')}
    </button>
  );
}

/** "¶3" reads so in right-to-left pages, too. */
const isolated = (label: string): string => `\u2066${label}\u2069`;
