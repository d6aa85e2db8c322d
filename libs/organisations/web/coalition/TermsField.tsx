import { Button } from '@mantine/core';
import { say, Section, useErrorSentence } from '@plenary/ground/web';
import { termLimits, type CoalitionView, type Term, type TermList } from '@plenary/organisations/domain';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeCoalition } from '../api/use-change-coalition';
import { managing } from '../managing';
import classes from '../components/forms.module.css';
import { TermRow, type TermDraft } from './TermRow';
import own from './TermsField.module.css';

interface Props {
  coalition: Pick<CoalitionView, 'languages' | TermList>;
  list: TermList;
}

let next = 1;
const rowsOf = (terms: readonly Term[]): TermDraft[] => terms.map((term) => ({ id: next++, ...term }));

/** One list of the coalition's own terms: named in each of its languages, in its order. */
export function TermsField({ coalition, list }: Props) {
  const { t } = useTranslation(managing);
  const change = useChangeCoalition();
  const { sentence } = useErrorSentence(change.error);
  const [rows, setRows] = useState(() => rowsOf(coalition[list]));
  const [open, setOpen] = useState<number | null>(null);
  const adds = useRef<HTMLButtonElement>(null);
  const add = () => {
    setOpen(next);
    setRows([...rows, { id: next++, names: {} }]);
  };
  const remove = (row: TermDraft) => {
    setRows(rows.filter((each) => each !== row));
    // What had the focus is gone.
    adds.current?.focus();
  };
  const raise = (place: number) =>
    setRows(rows.map((row, at) => (at === place - 1 ? rows[place]! : at === place ? rows[place - 1]! : row)));
  return (
    <Section title={t(`settings.${list}`)} note={t(`settings.${list}.note`)}>
      <form
        className={own.form}
        onSubmit={(event) => {
          event.preventDefault();
          const terms = rows.map(({ key, names }) => ({ ...(key ? { key } : {}), names: { ...names } }));
          change.mutate(
            { [list]: terms },
            {
              onSuccess: (saved) => {
                setRows(rowsOf(saved[list]));
                setOpen(null);
                say(t('common:saved'));
              },
            },
          );
        }}
      >
        <ol className={own.rows}>
          {rows.map((row, place) => (
            <TermRow
              key={row.id}
              row={row}
              languages={coalition.languages}
              isOpen={open === row.id}
              onOpen={(opened) => setOpen(opened ? row.id : null)}
              onRename={(names) => setRows(rows.map((each) => (each === row ? { ...row, names } : each)))}
              onRaise={place > 0 ? () => raise(place) : undefined}
              onRemove={() => remove(row)}
            />
          ))}
        </ol>
        {sentence && (
          <p role="alert" className={classes.problem}>
            {sentence}
          </p>
        )}
        <div className={own.foot}>
          <Button ref={adds} variant="subtle" disabled={rows.length >= termLimits.most} onClick={add}>
            {t(`settings.${list}.add`)}
          </Button>
          <Button type="submit" variant="default" loading={change.isPending}>
            {t('common:save')}
          </Button>
        </div>
      </form>
    </Section>
  );
}
