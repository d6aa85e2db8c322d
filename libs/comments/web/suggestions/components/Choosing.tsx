import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  authorOf,
  whoseOf,
  kindsOf,
  organisationOf,
  suggestedKinds,
  type Chosen,
  type Listed,
} from '../editor/choosing';
import classes from './SuggestionsPanel.module.css';

interface Props {
  all: readonly Listed[];
  chosen: Chosen;
  onChoose: (chosen: Chosen) => void;
}

/** Which suggestions are listed: each choice is there where there is something to choose from. */
export function Choosing({ all, chosen, onChoose }: Props) {
  const { t } = useTranslation('comments-suggestions');
  const kinds = new Set(all.flatMap(({ parts }) => [...kindsOf(parts ?? [])]));
  const choices: Record<keyof Chosen, ReadonlyMap<string, string>> = {
    author: new Map(all.map(({ suggestion }) => [authorOf(suggestion), whoseOf(suggestion).name])),
    organisation: new Map(
      all.flatMap(({ suggestion }) => {
        const { organisation } = whoseOf(suggestion);
        return organisation ? [[organisationOf(suggestion), organisation.name] as const] : [];
      }),
    ),
    section: new Map(all.flatMap(({ section }) => (section ? [[section.id, section.title] as const] : []))),
    kind: new Map(
      suggestedKinds.flatMap((kind) => (kinds.has(kind) ? [[kind, t(`by-kind.${kind}`)] as const] : [])),
    ),
  };
  const names = Object.keys(choices) as (keyof Chosen)[];
  const worth = names.filter((name) => choices[name].size > 1 || chosen[name] !== '');
  if (worth.length === 0) return null;
  return (
    <div role="group" aria-label={t('choose')} className={classes.choosing}>
      {worth.map((name) => (
        <NativeSelect
          key={name}
          size="xs"
          label={t(`by-${name}`)}
          value={chosen[name]}
          onChange={({ currentTarget }) => onChoose({ ...chosen, [name]: currentTarget.value })}
          data={[
            { value: '', label: t(`by-${name}.all`) },
            ...[...choices[name]].map(([value, label]) => ({ value, label: label || '–' })),
          ]}
        />
      ))}
    </div>
  );
}
