import { impersonationLimits } from '@plenary/impersonation/domain';
import { Button } from '@mantine/core';
import { Dialog, useErrorSentence } from '@plenary/ground/web';
import { type PersonView } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ReasonField, forms as classes } from '@plenary/organisations/web/parts';
import { managing } from '../managing';
import { useBeginImpersonation } from '../api/use-impersonation';

/** For coordinators: what does this person see? It asks why, since the person is told. */
export function SeeAs({ person }: { person: Pick<PersonView, 'id' | 'name'> }) {
  const { t } = useTranslation(managing);
  const [opened, setOpened] = useState(false);
  const [reason, setReason] = useState('');
  const begin = useBeginImpersonation(person.id);
  const { sentence } = useErrorSentence(begin.error);
  return (
    <>
      <Button variant="default" onClick={() => setOpened(true)}>
        {t('see-as', { name: person.name })}
      </Button>
      <Dialog
        title={t('see-as', { name: person.name })}
        opened={opened}
        onClose={() => setOpened(false)}
        actions={
          <>
            <Button variant="default" onClick={() => setOpened(false)}>
              {t('common:cancel')}
            </Button>
            <Button
              disabled={reason.trim() === ''}
              loading={begin.isPending}
              onClick={() => begin.mutate(reason)}
            >
              {t('see-as.begin')}
            </Button>
          </>
        }
      >
        <div className={classes.form}>
          <p className={classes.hint}>
            {t('see-as.text', { name: person.name, minutes: impersonationLimits.minutes })}
          </p>
          <ReasonField
            label={t('decide.reason')}
            description={t('see-as.reason.note')}
            value={reason}
            onChange={setReason}
            rows={2}
            problem={sentence}
          />
        </div>
      </Dialog>
    </>
  );
}
