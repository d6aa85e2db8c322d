import { useFormat } from '@plenary/ground/web';
import type { RightReasonView } from '@plenary/statements/domain';
import { useTranslation } from 'react-i18next';

/** Why somebody has a right on a statement, in words. */
export function useReason(): (reason: Pick<RightReasonView, 'grant'> & { readonly basis: string }) => string {
  const { t } = useTranslation('statements');
  const format = useFormat();
  return ({ basis, grant }) =>
    grant
      ? t(grant.byName ? 'reason.grant' : 'reason.grant.unknown', {
          name: grant.byName,
          date: format.day(grant.at),
        })
      : t(`reason.${basis}`);
}
