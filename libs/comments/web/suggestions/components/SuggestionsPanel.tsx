import { stateOf } from '@plenary/ground/text';
import { Answer, currentImpersonation } from '@plenary/ground/web';
import { bindingIn } from '@plenary/ground/web/editor';
import { useShownText, type InStatement } from '@plenary/statements/web';
import { covers } from '@plenary/ground/kernel';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useSuggestion } from '../api/use-suggestions';
import { everything, isChosen, isEverything } from '../editor/choosing';
import { useMode } from '../use-mode';
import { views } from '../views';
import { BeginSuggestion } from './BeginSuggestion';
import { Choosing } from './Choosing';
import { Decided, DecidedItem } from './Decided';
import { goToPlace } from './go-to-place';
import { SeveralAtOnce } from './SeveralAtOnce';
import { SuggestionItem } from './SuggestionItem';
import classes from './SuggestionsPanel.module.css';
import { useListed } from './use-listed';
import { useSuggestionThreads } from './use-suggestion-threads';

/** Fewer are seen at a glance, and need no choosing. */
const worthChoosing = 4;

/** Suggestions upon a statement, in the order of its text; each is weighed and decided about here. */
export function SuggestionsPanel({ statement, editor, onGo }: InStatement & { onGo?: () => void }) {
  const { t } = useTranslation('comments-suggestions');
  const mode = useMode(statement);
  const { text, instead } = useShownText();
  const { query, items, ordered, rivalsOf } = useListed(statement.id, text);
  const threadsOf = useSuggestionThreads(statement.id);
  const [choice, setChoice] = useState(everything);
  const panel = useRef<HTMLElement>(null);

  const shown = ordered.filter((each) => isChosen(each, choice));

  const show = (id: string) => {
    const row = panel.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(id)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    return row !== undefined && row !== null;
  };
  const go = (id: string | undefined) => {
    const found = shown.find(({ suggestion }) => suggestion.id === id);
    // Nothing is left: keys are heard all the same.
    if (!found) return panel.current?.focus({ preventScroll: true });
    mode.choose(found.suggestion.id);
    show(found.suggestion.id);
    if (found.parts && !instead) goToPlace(editor, found.parts);
  };
  const beside = (id: string | null, step: 1 | -1): string | undefined => {
    const at = shown.findIndex(({ suggestion }) => suggestion.id === id);
    return shown[at < 0 ? 0 : at + step]?.suggestion.id;
  };
  const { chosen, asked } = mode;
  const seen = useRef(0);
  const isThere = items.some(({ id }) => id === chosen);
  useEffect(() => {
    if (asked === seen.current || !chosen || !isThere) return;
    setChoice(everything);
    if (show(chosen)) seen.current = asked;
  }, [asked, chosen, isThere, ordered]);
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (event.altKey && step !== null) {
      event.preventDefault();
      return go(beside(mode.chosen, step) ?? mode.chosen ?? undefined);
    }
    const isUndo = (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === 'z';
    if (!isUndo || instead || (event.target as Element).matches('input, textarea, select')) return;
    // Whoever has just decided means that, though the focus is in the list.
    event.preventDefault();
    const binding = bindingIn(editor.state);
    if (event.shiftKey) binding?.redo();
    else binding?.undo();
  };
  const mayWrite = covers(statement.right, 'comment') && !currentImpersonation();
  const of = { statement, editor, threadsOf };

  return (
    <section
      aria-label={t('title')}
      className={classes.panel}
      data-needs-room
      tabIndex={-1}
      ref={panel}
      onKeyDown={onKeyDown}
    >
      {mayWrite && !mode.opened && <BeginSuggestion mode={mode} onBegun={onGo} />}
      {!mode.opened && (
        <fieldset className={classes.views}>
          <legend className={classes.quiet}>{t('view')}</legend>
          {views.map((view) => (
            <label key={view} className={classes.view}>
              <input
                type="radio"
                name="suggestions-view"
                checked={mode.view === view}
                onChange={() => mode.read(view)}
              />
              {t(`view.${view}`)}
            </label>
          ))}
        </fieldset>
      )}
      <Answer query={query} beside>
        {() =>
          ordered.length === 0 ? (
            <p className={classes.quiet}>{t('none')}</p>
          ) : (
            <>
              {(ordered.length >= worthChoosing || !isEverything(choice)) && (
                <Choosing all={ordered} chosen={choice} onChoose={setChoice} />
              )}
              {!isEverything(choice) && !currentImpersonation() && (
                <SeveralAtOnce
                  suggestions={shown.map(({ suggestion }) => suggestion)}
                  editor={editor}
                  onDone={() => {
                    setChoice(everything);
                    panel.current?.focus({ preventScroll: true });
                  }}
                />
              )}
              <p className={classes.keys}>{t('keys')}</p>
              <ol className={classes.list}>
                {shown.map(({ suggestion, parts: found }) => (
                  <SuggestionItem
                    key={suggestion.id}
                    {...{ statement, editor, suggestion, mode }}
                    threads={threadsOf(suggestion.id)}
                    parts={found}
                    state={found ? stateOf(found) : 'open'}
                    rivals={rivalsOf(suggestion.id)}
                    isChosen={mode.chosen === suggestion.id}
                    onGo={() => {
                      onGo?.();
                      go(suggestion.id);
                    }}
                    onDone={() => go(beside(suggestion.id, 1) ?? beside(suggestion.id, -1))}
                  />
                ))}
              </ol>
            </>
          )
        }
      </Answer>
      {asked > 0 && chosen && query.data && !isThere && <Asked id={chosen} of={of} />}
      <Decided of={of} />
    </section>
  );
}

/** One that somebody asked for, and that is decided about. */
function Asked({ id, of }: { id: string; of: Parameters<typeof DecidedItem>[0]['of'] }) {
  const query = useSuggestion(id);
  return (
    <Answer query={query} beside>
      {(suggestion) => (
        <ul className={classes.list}>
          <DecidedItem suggestion={suggestion} of={of} />
        </ul>
      )}
    </Answer>
  );
}
