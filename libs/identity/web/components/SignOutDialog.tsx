import { Button } from '@mantine/core';
import { Dialog, ErrorNotice, unsentWork, type UnsentWork as Work } from '@plenary/ground/web';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSignOut } from '../api/use-sign-out';
import { UnsentWork } from './UnsentWork';
import { words } from '../words';

/** Signs out at once when everything is sent, and asks first when it is not. */
export function SignOutDialog({ personId, onClose }: { personId: string; onClose: () => void }) {
  const { t } = useTranslation(words);
  const signOut = useSignOut();
  const [works, setWorks] = useState<readonly Work[] | null>(null);
  const [asks, setAsks] = useState(false);
  const { mutate } = signOut;

  useEffect(() => {
    let asked = true;
    void unsentWork(personId).then((found) => {
      if (!asked) return;
      setWorks(found);
      if (found.length === 0) mutate(personId);
      else setAsks(true);
    });
    return () => {
      asked = false;
    };
  }, [personId, mutate]);

  const unsent = works ?? [];
  const question = unsent.length > 0;
  return (
    <Dialog
      title={question ? t('unsent.title') : t('sign-out')}
      opened={asks || signOut.isError}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('sign-out.stay')}
          </Button>
          <Button
            color={question ? 'red' : undefined}
            loading={signOut.isPending}
            onClick={() => signOut.mutate(personId)}
          >
            {question ? t('sign-out.discard') : t('sign-out')}
          </Button>
        </>
      }
    >
      {asks && <p style={{ margin: 0 }}>{t(question ? 'sign-out.question' : 'sign-out.sent')}</p>}
      {signOut.error && <ErrorNotice error={signOut.error} />}
      <UnsentWork works={unsent} onSent={(id) => setWorks(unsent.filter((work) => work.id !== id))} />
    </Dialog>
  );
}
