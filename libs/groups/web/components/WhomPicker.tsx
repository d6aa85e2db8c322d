import { Picker, type PickerOption } from '@plenary/ground/web';
import { useOrganisations, usePeople } from '@plenary/organisations/web';
import { useMemo, useState, type ReactNode } from 'react';
import { useGroups } from '../api/use-groups';

/** Whom something is for or about; `id` is empty where there is only one of the kind. */
export interface Whom {
  readonly kind: string;
  readonly id: string;
  readonly name: string;
}

interface Props {
  label: string;
  placeholder: string;
  description?: ReactNode;
  /** Those that are few and known: everybody, roles. They stand first. */
  others: readonly Whom[];
  /** What each kind is called; stands beside the name. */
  kinds: Readonly<Record<'group' | 'organisation' | 'person', string>> & Readonly<Record<string, string>>;
  chosen: Whom | null;
  onChoose: (whom: Whom | null) => void;
}

const ofEach = 8;

/** One field to find a role, a working group, an organisation or a person by name. */
export function WhomPicker({ label, placeholder, description, others, kinds, chosen, onChoose }: Props) {
  const [query, setQuery] = useState('');
  const found = useFound(query, others);
  const options = useMemo(() => found.map((whom) => optionOf(whom, kinds)), [found, kinds]);
  return (
    <Picker
      label={label}
      placeholder={placeholder}
      description={description}
      options={options}
      chosen={chosen && optionOf(chosen, kinds)}
      onSearch={setQuery}
      onChoose={(option) => onChoose(found.find((whom) => valueOf(whom) === option?.value) ?? null)}
    />
  );
}

function useFound(query: string, others: readonly Whom[]): readonly Whom[] {
  const filter = query ? { query } : {};
  const { data: groups } = useGroups();
  const { data: organisations } = useOrganisations(filter);
  const { data: people } = usePeople(filter);
  return useMemo(() => {
    const words = query.toLocaleLowerCase();
    const isMeant = ({ name }: { name: string }) => name.toLocaleLowerCase().includes(words);
    const some = (kind: string, items: readonly { id: string; name: string }[] = []) =>
      items.slice(0, ofEach).map(({ id, name }) => ({ kind, id, name }));
    return [
      ...others.filter(isMeant),
      ...some('group', groups?.filter(isMeant)),
      ...some('organisation', organisations),
      ...some('person', people),
    ];
  }, [query, others, groups, organisations, people]);
}

const valueOf = ({ kind, id }: Whom): string => `${kind} ${id}`;

const optionOf = (whom: Whom, kinds: Props['kinds']): PickerOption => ({
  value: valueOf(whom),
  label: whom.name,
  note: kinds[whom.kind] ?? null,
});
