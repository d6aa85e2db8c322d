import { Button } from '@mantine/core';
import { useLinkSecret } from '@plenary/ground/web';
import { PublicPage, Fields, SignInForm } from '@plenary/identity/web';
import { useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useConfirmJoining } from '../api/use-joining';
import { managing } from '../managing';

/** The address is confirmed by a click: then the account is made, and one signs in. */
export function ConfirmJoiningPage() {
  const { t } = useTranslation(managing);
  const navigate = useNavigate();
  const secret = useLinkSecret();
  const confirm = useConfirmJoining();
  if (confirm.data) {
    return (
      <PublicPage title={t('join.made')} lead={t('join.made.text')}>
        <SignInForm email={confirm.data.email} onSignedIn={() => void navigate({ to: '/' })} />
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t('join.confirm.title')} lead={t('join.confirm.lead')}>
      <Fields error={confirm.error} onSubmit={() => confirm.mutate(secret)}>
        <Button type="submit" fullWidth loading={confirm.isPending}>
          {t('join.confirm')}
        </Button>
      </Fields>
    </PublicPage>
  );
}
