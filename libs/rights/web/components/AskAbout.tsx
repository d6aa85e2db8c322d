import { capacities } from '@plenary/groups/domain';
import { WhomPicker, type Whom } from '@plenary/groups/web';
import type { AskedKind } from '@plenary/rights/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RightsSearch } from '../rights-search';
import classes from './rights.module.css';

interface Props {
  asked: RightsSearch;
  /** Name of the one asked about; null where the interface has it, or while it is asked for. */
  name: string | null;
  onAsk: (asked: RightsSearch) => void;
}

const kindsOfWhom: Readonly<Record<string, AskedKind>> = {
  role: 'roles',
  group: 'groups',
  organisation: 'organisations',
  person: 'people',
};

/** About everybody, or about one role, person, organisation or group. */
export function AskAbout({ asked, name, onAsk }: Props) {
  const { t } = useTranslation('rights');
  const roles = useMemo(
    () =>
      capacities
        .filter((each) => each !== 'everybody')
        .map((id) => ({ kind: 'role', id, name: t(`capacities.${id}`) })),
    [t],
  );
  const kinds = useMemo(
    () => ({
      role: t('kind.role'),
      group: t('kind.group'),
      organisation: t('kind.organisation'),
      person: t('kind.person'),
    }),
    [t],
  );
  return (
    <div className={classes.ask}>
      <WhomPicker
        label={t('ask')}
        placeholder={t('ask.all')}
        description={t('ask.note')}
        others={roles}
        kinds={kinds}
        chosen={chosenOf(asked, name, roles)}
        onChoose={(whom) => onAsk({ about: whom ? kindsOfWhom[whom.kind] : undefined, id: whom?.id })}
      />
    </div>
  );
}

function chosenOf({ about, id }: RightsSearch, name: string | null, roles: readonly Whom[]): Whom | null {
  if (!about || !id) return null;
  if (about === 'roles') return roles.find((role) => role.id === id) ?? null;
  const [kind] = Object.entries(kindsOfWhom).find(([, asked]) => asked === about)!;
  return { kind, id, name: name ?? '…' };
}
