import { Button, PasswordInput } from '@mantine/core';
import { Dialog, useErrorSentence } from '@plenary/ground/web';
import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { words } from '../words';
import classes from './Account.module.css';

interface Props {
  title: string;
  text: ReactNode;
  /** What the button says that does it. */
  confirm: string;
  opened: boolean;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  onClose: () => void;
  onConfirm: (password: string, said: FormData) => void;
  /** Fields above the password. */
  children?: ReactNode;
}

/** A change to how one signs in, or to whether: it asks once more who is there. */
export function PasswordDialog(props: Props) {
  const { t } = useTranslation(words);
  const form = useId();
  const { sentence } = useErrorSentence(props.error);
  return (
    <Dialog
      title={props.title}
      opened={props.opened}
      onClose={props.onClose}
      actions={
        <>
          <Button variant="default" onClick={props.onClose}>
            {t('common:cancel')}
          </Button>
          <Button type="submit" form={form} color={props.danger ? 'red' : undefined} loading={props.pending}>
            {props.confirm}
          </Button>
        </>
      }
    >
      <form
        id={form}
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          const said = new FormData(event.currentTarget);
          props.onConfirm(String(said.get('own-password')), said);
        }}
      >
        <p className={classes.plain}>{props.text}</p>
        {props.children}
        <PasswordInput
          name="own-password"
          label={t('password.current')}
          autoComplete="current-password"
          error={sentence || undefined}
          required
          withAsterisk={false}
          visibilityToggleButtonProps={{ 'aria-label': t('password.show') }}
        />
      </form>
    </Dialog>
  );
}
