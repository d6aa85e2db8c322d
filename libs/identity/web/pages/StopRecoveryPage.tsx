import { Button } from '@mantine/core';
import { useLinkSecret } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useStopRecoveryByEmail } from '../api/use-outside';
import { PublicPage } from '../components/PublicPage';
import { Fields } from '../components/Fields';
import { words } from '../words';

/** Where the e-mail about a lost device leads: its reader says that nothing is lost. */
export function StopRecoveryPage() {
  const { t } = useTranslation(words);
  const secret = useLinkSecret();
  const stop = useStopRecoveryByEmail();
  if (stop.isSuccess) return <PublicPage title={t('recovery.stopped')} lead={t('recovery.stopped.text')} />;
  return (
    <PublicPage title={t('recovery.stop.title')} lead={t('recovery.stop.lead')}>
      <Fields error={stop.error} onSubmit={() => stop.mutate(secret)}>
        <Button type="submit" fullWidth loading={stop.isPending}>
          {t('recovery.stop')}
        </Button>
      </Fields>
    </PublicPage>
  );
}
