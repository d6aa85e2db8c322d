import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLeave } from '../api/use-leaving';
import { words } from '../words';
import classes from './Account.module.css';
import { PasswordDialog } from './PasswordDialog';

/** One's own data to take along, and the way out. */
export function Leaving({ personId }: { personId: string }) {
  const { t } = useTranslation(words);
  const leave = useLeave();
  const [asking, setAsking] = useState(false);
  return (
    <div className={`${classes.body} ${classes.inline}`}>
      <Button
        component={Link}
        {...({ to: '/account/data' } as object)}
        variant="default"
        style={{ flex: 'none' }}
      >
        {t('leaving.read')}
      </Button>
      <Button variant="outline" color="red" onClick={() => setAsking(true)}>
        {t('leaving.leave')}
      </Button>
      <PasswordDialog
        title={t('leaving.question')}
        text={t('leaving.text')}
        confirm={t('leaving.leave')}
        danger
        opened={asking}
        pending={leave.isPending}
        error={leave.error}
        onClose={() => {
          leave.reset();
          setAsking(false);
        }}
        onConfirm={(password) => leave.mutate({ personId, password })}
      />
    </div>
  );
}
