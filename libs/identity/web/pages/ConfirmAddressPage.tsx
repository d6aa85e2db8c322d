import { Button } from '@mantine/core';
import { answerOf, useLinkSecret } from '@plenary/ground/web';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../api/identity-api';
import { PublicPage } from '../components/PublicPage';
import { Fields } from '../components/Fields';
import { words } from '../words';

/** One end of a change of address confirms it, by a click of a person and not by the opening of a link. */
export function ConfirmAddressPage() {
  const { t } = useTranslation(words);
  const secret = useLinkSecret();
  const confirm = useMutation({
    mutationFn: () => answerOf(api.POST('/api/email-changes/confirm', { body: { secret } })),
  });
  if (confirm.data) {
    return (
      <PublicPage
        title={t('address.confirmed')}
        lead={t(confirm.data.done ? 'address.done' : 'address.half')}
      />
    );
  }
  return (
    <PublicPage title={t('address.confirm.title')} lead={t('address.confirm.lead')}>
      <Fields error={confirm.error} onSubmit={() => confirm.mutate()}>
        <Button type="submit" fullWidth loading={confirm.isPending}>
          {t('address.confirm')}
        </Button>
      </Fields>
    </PublicPage>
  );
}
