import { NativeSelect, TextInput } from '@mantine/core';
import { Picker, Section, useFormat, type PickerOption } from '@plenary/ground/web';
import { returnLimits, type NameChoice, type ReturnedName, type Whose } from '@plenary/exchange/domain';
import { useOrganisations } from '@plenary/organisations/web';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Returned.module.css';

/** What was said of a name. */
export interface NameSaid {
  readonly whose: Whose;
  /** By what name it is shown. */
  readonly shown: string | undefined;
  readonly organisation: PickerOption | null;
}

interface Props {
  names: readonly ReturnedName[];
  said: Readonly<Record<string, NameSaid>>;
  /** COM-8: may enter for others. */
  enters: boolean;
  /** There may be changes that Word did not track. */
  hasUntracked: boolean;
  onChange: (name: string, said: NameSaid) => void;
}

/** Whose words they are, name by name, and whose those are that Word did not track. */
export function NamesInFile({ names, said, enters, hasUntracked, onChange }: Props) {
  const { t } = useTranslation('exchange-return');
  const all = !hasUntracked || names.some(({ name }) => name === '') ? names : [...names, untracked];
  return (
    <Section title={t('names')} note={t(enters ? 'names.note.others' : 'names.note')}>
      <ul className={classes.names}>
        {all.map((each) => (
          <li key={each.name}>
            <Name
              of={each}
              said={said[each.name] ?? usual(each.name, enters)}
              enters={enters}
              note={hasUntracked && each.name === '' ? t('untracked.note') : null}
              onChange={(next) => onChange(each.name, next)}
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const untracked: ReturnedName = { name: '', changes: 0, comments: 0 };

/** As the page takes it, as long as nothing is said. */
const usual = (name: string, enters: boolean): NameSaid => ({
  ...{ whose: enters && name !== '' ? ('other' as const) : ('mine' as const), shown: name, organisation: null },
}); // prettier-ignore

/** Whose a name is. */
export const whoseOf = (name: string, said: Readonly<Record<string, NameSaid>>, enters: boolean): Whose =>
  (said[name] ?? usual(name, enters)).whose;

/** What is said of these names, as it is sent. */
export const choicesOf = (
  names: readonly string[],
  said: Readonly<Record<string, NameSaid>>,
  enters: boolean,
): NameChoice[] =>
  names.map((name) => {
    const { whose, shown, organisation } = said[name] ?? usual(name, enters);
    return {
      ...{ name, whose },
      ...(whose === 'other' ? { said: (shown ?? name).trim() || '?' } : {}),
      ...(whose === 'other' && organisation ? { organisationId: organisation.value } : {}),
    };
  });

interface NameProps {
  of: ReturnedName;
  said: NameSaid;
  enters: boolean;
  /** In place of how many they are. */
  note: string | null;
  onChange: (said: NameSaid) => void;
}

function Name({ of: { name, changes, comments }, said, enters, note, onChange }: NameProps) {
  const { t } = useTranslation('exchange-return');
  const format = useFormat();
  const counts = [
    changes > 0 && t('names.changes', { count: changes, number: format.number(changes) }),
    comments > 0 && t('names.comments', { count: comments, number: format.number(comments) }),
  ].filter(Boolean);
  const called = name === '' ? t('untracked') : name;
  return (
    <fieldset className={classes.name}>
      <legend>
        <span className={classes.called}>
          <bdi>{called}</bdi>
        </span>{' '}
        <span className={classes.quiet}>{note ?? counts.join(' · ')}</span>
      </legend>
      <NativeSelect
        label={t('whose')}
        value={said.whose}
        onChange={({ currentTarget }) => onChange({ ...said, whose: currentTarget.value as Whose })}
        data={[
          { value: 'mine', label: t('whose.mine') },
          ...(enters ? [{ value: 'other', label: t('whose.other') }] : []),
          { value: 'none', label: t('whose.none') },
        ]}
      />
      {said.whose === 'other' && <ForWhom said={said} onChange={onChange} />}
    </fieldset>
  );
}

function ForWhom({ said, onChange }: Pick<NameProps, 'said' | 'onChange'>) {
  const { t } = useTranslation('exchange-return');
  const [query, setQuery] = useState('');
  const { data = [] } = useOrganisations({ query: query || undefined });
  const search = useCallback((words: string) => setQuery(words), []);
  return (
    <>
      <TextInput
        label={t('whose.name')}
        value={said.shown ?? ''}
        maxLength={returnLimits.nameLength}
        dir="auto"
        onChange={({ currentTarget }) => onChange({ ...said, shown: currentTarget.value })}
      />
      <Picker
        label={t('whose.organisation')}
        placeholder={t('whose.organisation.none')}
        options={data.map(({ id, name, acronym }) => ({ value: id, label: name, note: acronym }))}
        chosen={said.organisation}
        onSearch={search}
        onChoose={(organisation) => onChange({ ...said, organisation })}
      />
    </>
  );
}
