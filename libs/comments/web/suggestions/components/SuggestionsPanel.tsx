import { NativeSelect } from '@mantine/core';
import { stateOf } from '@plenary/ground/text';
import { Answer, currentImpersonation } from '@plenary/ground/web';
import { useShownText, type InStatement } from '@plenary/statements/web';
import { covers } from '@plenary/ground/kernel';
import { useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../api/use-suggestions';
import { byStanding, competing, standingOf } from '../editor/reading';
import { views } from '../mode';
import { useMode } from '../use-mode';
import { BeginSuggestion } from './BeginSuggestion';
import { Decided } from './Decided';
import { goToPlace } from './go-to-place';
import { SeveralAtOnce } from './SeveralAtOnce';
import { SuggestionItem } from './SuggestionItem';
import classes from './SuggestionsPanel.module.css';
import { useUpon } from './use-upon';

/** Suggestions upon a statement, in the order of its text; each is weighed and decided about here. */
export function SuggestionsPanel({ statement, editor, onGo }: InStatement & { onGo?: () => void }) {
  const { t } = useTranslation('comments-suggestions');
  const mode = useMode(statement);
  const { text, instead } = useShownText();
  const { query, items, upon, parts } = useUpon(statement.id, text);
  const [author, setAuthor] = useState('');
  const list = useRef<HTMLOListElement>(null);

  const partsOf = (suggestion: Suggestion) => parts.get(suggestion.layer?.client ?? -1);
  const ordered = useMemo(() => {
    const standing = new Map(
      items.map((each) => [each.id, standingOf(upon.base, parts.get(each.layer?.client ?? -1) ?? [])]),
    );
    return items
      .filter(({ state, layer }) => state === 'open' || layer !== null)
      .toSorted((one, other) => byStanding(standing.get(one.id)!, standing.get(other.id)!));
  }, [items, parts, upon]);
  const rivals = useMemo(
    () =>
      competing(
        items.flatMap(({ id, layer }) => {
          const found = layer && parts.get(layer.client);
          return found ? [{ id, parts: found }] : [];
        }),
      ),
    [items, parts],
  );
  const authors = useMemo(
    () => [...new Map(ordered.map((each) => [authorOf(each), each.author.name]))],
    [ordered],
  );
  const shown = ordered.filter((each) => author === '' || authorOf(each) === author);
  const nameOf = (id: string) => items.find((each) => each.id === id)?.author.name ?? '';

  const go = (id: string | undefined) => {
    const suggestion = shown.find((each) => each.id === id);
    if (!suggestion) return;
    mode.choose(suggestion.id);
    const row = list.current?.querySelector<HTMLElement>(`[data-id="${CSS.escape(suggestion.id)}"]`);
    row?.focus({ preventScroll: true });
    row?.scrollIntoView({ block: 'nearest' });
    const found = partsOf(suggestion);
    if (found && !instead) goToPlace(editor, found);
  };
  const beside = (id: string | null, step: 1 | -1): string | undefined => {
    const at = shown.findIndex((each) => each.id === id);
    return shown[at < 0 ? 0 : at + step]?.id;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : null;
    if (!event.altKey || step === null) return;
    event.preventDefault();
    go(beside(mode.chosen, step));
  };
  const mayDecide = covers(statement.right, 'edit') && !currentImpersonation();
  const mayWrite = covers(statement.right, 'comment') && !currentImpersonation();

  return (
    <section aria-label={t('title')} className={classes.panel} data-needs-room onKeyDown={onKeyDown}>
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
              {authors.length > 1 && (
                <NativeSelect
                  size="xs"
                  label={t('by-author')}
                  value={author}
                  onChange={({ currentTarget }) => setAuthor(currentTarget.value)}
                  data={[
                    { value: '', label: t('by-author.all') },
                    ...authors.map(([value, label]) => ({ value, label })),
                  ]}
                />
              )}
              {mayDecide && author !== '' && (
                <SeveralAtOnce suggestions={shown.filter(({ may }) => may.decide)} />
              )}
              <p className={classes.keys}>{t('keys')}</p>
              <ol ref={list} className={classes.list}>
                {shown.map((each) => {
                  const found = partsOf(each);
                  return (
                    <SuggestionItem
                      key={each.id}
                      suggestion={each}
                      parts={found ?? null}
                      state={found ? stateOf(found) : 'open'}
                      rivals={[...(rivals.get(each.id) ?? [])].map(nameOf)}
                      isChosen={mode.chosen === each.id}
                      mode={mode}
                      onGo={() => {
                        onGo?.();
                        go(each.id);
                      }}
                      onDone={() => go(beside(each.id, 1) ?? beside(each.id, -1))}
                    />
                  );
                })}
              </ol>
            </>
          )
        }
      </Answer>
      <Decided statementId={statement.id} />
    </section>
  );
}

const authorOf = ({ author }: Suggestion): string => author.personId ?? author.name;
