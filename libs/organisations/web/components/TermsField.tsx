import { ActionIcon, Button, TextInput } from '@mantine/core';
import { say, Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import { nameOfTerm, termLimits, type CoalitionView, type Term } from '@plenary/organisations/domain';
import { IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeCoalition } from '../api/use-applications';
import { managing } from '../managing';
import classes from './Invite.module.css';
import own from './TermsField.module.css';

interface Props {
  coalition: Pick<CoalitionView, 'languages' | 'regions' | 'constituencies'>;
  list: 'regions' | 'constituencies';
}
interface Row {
  readonly id: number;
  /** Absent until it is saved. */
  readonly key?: string;
  readonly names: Readonly<Record<string, string>>;
}

let next = 1;
const rowsOf = (terms: readonly Term[]): Row[] => terms.map((term) => ({ id: next++, ...term }));

/** The coalition's own regions, or those for whom its organisations speak: named in each of its languages, in its order. */
export function TermsField({ coalition, list }: Props) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const change = useChangeCoalition();
  const { sentence } = useErrorSentence(change.error);
  const [rows, setRows] = useState(() => rowsOf(coalition[list]));
  const { languages } = coalition;
  const nameOf = (row: Row) => nameOfTerm({ key: '', names: row.names }, ...languages);
  const rename = (row: Row, language: string, name: string) =>
    setRows(
      rows.map((each) => (each === row ? { ...row, names: { ...row.names, [language]: name } } : each)),
    );
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
                say(t('common:saved'));
              },
            },
          );
        }}
      >
        <ol className={own.rows}>
          {rows.map((row, place) => (
            <li key={row.id} className={own.row}>
              <div className={own.names}>
                {languages.map((language) => (
                  <TextInput
                    key={language}
                    label={format.language(language)}
                    value={row.names[language] ?? ''}
                    onChange={(event) => rename(row, language, event.currentTarget.value)}
                    maxLength={termLimits.nameLength}
                    lang={language}
                    dir="auto"
                  />
                ))}
              </div>
              <div className={own.acts}>
                <ActionIcon
                  variant="subtle"
                  disabled={place === 0}
                  aria-label={t('settings.term-up', { name: nameOf(row) })}
                  onClick={() => raise(place)}
                >
                  <IconArrowUp size={18} aria-hidden />
                </ActionIcon>
                <ActionIcon
                  variant="subtle"
                  aria-label={t('settings.term-remove', { name: nameOf(row) })}
                  onClick={() => setRows(rows.filter((each) => each !== row))}
                >
                  <IconX size={18} aria-hidden />
                </ActionIcon>
              </div>
            </li>
          ))}
        </ol>
        {sentence && (
          <p role="alert" className={classes.problem}>
            {sentence}
          </p>
        )}
        <div className={own.foot}>
          <Button
            variant="subtle"
            disabled={rows.length >= termLimits.most}
            onClick={() => setRows([...rows, { id: next++, names: {} }])}
          >
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
