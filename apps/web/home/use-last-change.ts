import { useFormat } from '@plenary/ground/web';
import { useSignedInPerson } from '@plenary/identity/web';
import type { StatementLineView } from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';

/** "Jomar Dela Cruz wrote in it 2 hours ago." */
export function useLastChange(): (statement: StatementLineView) => string {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { id } = useSignedInPerson();
  return ({ lastChange: { kind, by, at } }) => {
    const when = format.ago(at);
    if (by === null) return t(`change.${kind}.somebody`, { when });
    return by.personId === id
      ? t(`change.${kind}.you`, { when })
      : t(`change.${kind}`, { name: by.name, when });
  };
}
