import { Button } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../../managing';
import classes from './bulk.module.css';

interface Props {
  title: string;
  /** What the button says that does it. */
  action: string;
  danger?: boolean;
  disabled?: boolean;
  pending: boolean;
  /** Why it was not done; null while nothing went wrong. */
  problem?: string | null;
  onClose: () => void;
  onDo: () => void;
  children: ReactNode;
}

/** Says what an act upon several is going to do, and does it when told so. */
export function BulkDialog({
  title,
  action,
  danger,
  disabled,
  pending,
  problem,
  onClose,
  onDo,
  children,
}: Props) {
  const { t } = useTranslation(managing);
  return (
    <Dialog
      title={title}
      opened
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button color={danger ? 'red' : undefined} disabled={disabled} loading={pending} onClick={onDo}>
            {action}
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {children}
        {problem && (
          <p role="alert" className={classes.problem}>
            {problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
