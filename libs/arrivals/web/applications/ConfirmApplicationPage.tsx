import { Button } from '@mantine/core';
import { useLinkSecret } from '@plenary/ground/web';
import { PublicPage, Fields } from '@plenary/identity/web';
import { useTranslation } from 'react-i18next';
import { useConfirmApplication } from '../api/use-applications';
import { managing } from '../managing';

/** The applicant's address is confirmed by a click; only then is the application looked at. */
export function ConfirmApplicationPage() {
  const { t } = useTranslation(managing);
  const secret = useLinkSecret();
  const confirm = useConfirmApplication();
  if (confirm.isSuccess) return <PublicPage title={t('apply.confirmed')} lead={t('apply.confirmed.text')} />;
  return (
    <PublicPage title={t('apply.confirm.title')} lead={t('apply.confirm.lead')}>
      <Fields error={confirm.error} onSubmit={() => confirm.mutate(secret)}>
        <Button type="submit" fullWidth loading={confirm.isPending}>
          {t('apply.confirm')}
        </Button>
      </Fields>
    </PublicPage>
  );
}
