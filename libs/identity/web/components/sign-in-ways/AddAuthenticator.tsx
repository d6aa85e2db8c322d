import { Button, TextInput } from '@mantine/core';
import { Dialog, useErrorSentence } from '@plenary/ground/web';
import { useId, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { renderSVG } from 'uqr';
import { useBeginAuthenticator, useConfirmAuthenticator } from '../../api/use-sign-in-ways';
import { words } from '../../words';
import classes from '../Account.module.css';
import { PasswordDialog } from '../PasswordDialog';

interface Props {
  opened: boolean;
  onClose: () => void;
  onCodes: (codes: readonly string[]) => void;
}

/** First who is there, then the square for the app, then a first code that proves it. */
export function AddAuthenticator({ opened, onClose, onCodes }: Props) {
  const { t } = useTranslation(words);
  const begin = useBeginAuthenticator();
  const close = () => {
    begin.reset();
    onClose();
  };
  if (!begin.data) {
    return (
      <PasswordDialog
        title={t('app.add')}
        text={t('app.add.text')}
        confirm={t('common:go-on')}
        opened={opened}
        pending={begin.isPending}
        error={begin.error}
        onClose={close}
        onConfirm={(password) => begin.mutate(password)}
      />
    );
  }
  return <FirstCode begun={begin.data} onClose={close} onCodes={onCodes} />;
}

function FirstCode({
  begun,
  onClose,
  onCodes,
}: Omit<Props, 'opened'> & { begun: { secret: string; address: string } }) {
  const { t } = useTranslation(words);
  const form = useId();
  const confirm = useConfirmAuthenticator();
  const { sentence } = useErrorSentence(confirm.error);
  const [code, setCode] = useState('');
  const square = useMemo(
    () => `data:image/svg+xml,${encodeURIComponent(renderSVG(begun.address, { border: 2 }))}`,
    [begun.address],
  );
  return (
    <Dialog
      title={t('app.add')}
      opened
      onClose={onClose}
      actions={
        <Button type="submit" form={form} loading={confirm.isPending}>
          {t('app.confirm')}
        </Button>
      }
    >
      <form
        id={form}
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          confirm.mutate(code, {
            onSuccess: ({ recoveryCodes }) => {
              onCodes(recoveryCodes);
              onClose();
            },
          });
        }}
      >
        <p className={classes.plain}>{t('app.scan')}</p>
        <img src={square} alt={t('app.square')} className={classes.square} />
        <p className={classes.quiet}>{t('app.by-hand')}</p>
        <code className={classes.token} dir="ltr">
          {begun.secret}
        </code>
        <TextInput
          name="first-code"
          label={t('app.first-code')}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          error={sentence || undefined}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={10}
          required
          withAsterisk={false}
          dir="ltr"
        />
      </form>
    </Dialog>
  );
}
