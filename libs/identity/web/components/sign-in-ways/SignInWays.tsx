import { Button, TextInput } from '@mantine/core';
import { Answer, say, useFormat, WaitingRows } from '@plenary/ground/web';
import { identityLimits } from '@plenary/identity/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  useAddPasskey,
  useRemoveAuthenticator,
  useRemoveOutside,
  useRemovePasskey,
  useRenewCodes,
  useSignInWays,
  useStopRecovery,
  type Passkey,
  type SignInWays as Ways,
} from '../../api/use-sign-in-ways';
import { words } from '../../words';
import classes from '../Account.module.css';
import { PasswordDialog } from '../PasswordDialog';
import { AddAuthenticator } from './AddAuthenticator';
import { RecoveryCodes } from './RecoveryCodes';

type Action = 'add-app' | 'remove-app' | 'remove-outside' | 'renew' | 'add-passkey' | Passkey;

/** What the person signs in with besides the password: an app that shows codes, passkeys, codes on paper. */
export function SignInWays() {
  const ways = useSignInWays();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const [action, setAction] = useState<Action | null>(null);
  return (
    <Answer query={ways} waiting={<WaitingRows rows={2} />}>
      {(found) => (
        <>
          {codes.length > 0 && <RecoveryCodes codes={codes} onDone={() => setCodes([])} />}
          <Lines ways={found} onAction={setAction} />
          <Actions action={action} onClose={() => setAction(null)} onCodes={setCodes} />
        </>
      )}
    </Answer>
  );
}

/** WebAuthn asks for a page that nobody could have changed on its way. */
const knowsPasskeys = () => typeof PublicKeyCredential !== 'undefined' && isSecureContext;

function Lines({ ways, onAction }: { ways: Ways; onAction: (action: Action) => void }) {
  const { t } = useTranslation(words);
  const format = useFormat();
  const small = { size: 'xs', variant: 'default' } as const;
  return (
    <>
      <ul className={classes.lines}>
        <li className={classes.line}>
          <span className={classes.lineText}>
            {t('app')}
            <span className={classes.quiet}>{t(ways.authenticator ? 'app.on' : 'app.off')}</span>
          </span>
          <Button {...small} onClick={() => onAction(ways.authenticator ? 'remove-app' : 'add-app')}>
            {t(ways.authenticator ? 'app.remove' : 'app.add')}
          </Button>
        </li>
        {ways.passkeys.map((passkey) => (
          <li key={passkey.id} className={classes.line}>
            <span className={classes.lineText}>
              <bdi>{passkey.name}</bdi>
              <span className={classes.quiet}>
                {passkey.lastUsedAt
                  ? t('passkey.used', { when: format.ago(passkey.lastUsedAt) })
                  : t('passkey.never-used')}
              </span>
            </span>
            <Button
              {...small}
              aria-label={t('passkey.remove-named', { name: passkey.name })}
              onClick={() => onAction(passkey)}
            >
              {t('passkey.remove')}
            </Button>
          </li>
        ))}
        {ways.outside.map(({ provider, createdAt }) => (
          <li key={`${provider} ${createdAt}`} className={classes.line}>
            <span className={classes.lineText}>
              <bdi>{provider}</bdi>
              <span className={classes.quiet}>{t('outside.since', { day: format.day(createdAt) })}</span>
            </span>
            <Button
              {...small}
              aria-label={t('outside.remove-named', { name: provider })}
              onClick={() => onAction('remove-outside')}
            >
              {t('outside.remove')}
            </Button>
          </li>
        ))}
        {(ways.authenticator || ways.passkeys.length > 0) && (
          <li className={classes.line}>
            <span className={classes.lineText}>
              {t('codes')}
              <span className={classes.quiet}>
                {t('codes.left', { number: format.number(ways.recoveryCodes) })}
              </span>
            </span>
            <Button {...small} onClick={() => onAction('renew')}>
              {t('codes.renew')}
            </Button>
          </li>
        )}
      </ul>
      {knowsPasskeys() && (
        <div className={classes.body}>
          <Button variant="default" onClick={() => onAction('add-passkey')}>
            {t('passkey.add')}
          </Button>
        </div>
      )}
    </>
  );
}

interface ActionsProps {
  action: Action | null;
  onClose: () => void;
  onCodes: (codes: readonly string[]) => void;
}

function Actions({ action, onClose, onCodes }: ActionsProps) {
  const { t } = useTranslation(words);
  const removeApp = useRemoveAuthenticator();
  const removeOutside = useRemoveOutside();
  const renew = useRenewCodes();
  const addPasskey = useAddPasskey();
  const removePasskey = useRemovePasskey();
  const close = () => {
    for (const each of [removeApp, removeOutside, renew, addPasskey, removePasskey]) each.reset();
    onClose();
  };
  const done = () => {
    say(t('common:saved'));
    close();
  };
  const withCodes = ({ recoveryCodes }: { recoveryCodes: readonly string[] }) => {
    onCodes(recoveryCodes);
    close();
  };
  const passkey = typeof action === 'object' ? action : null;
  return (
    <>
      <AddAuthenticator opened={action === 'add-app'} onClose={close} onCodes={onCodes} />
      <PasswordDialog
        title={t('app.remove')}
        text={t('app.remove.text')}
        confirm={t('app.remove')}
        danger
        opened={action === 'remove-app'}
        pending={removeApp.isPending}
        error={removeApp.error}
        onClose={close}
        onConfirm={(password) => removeApp.mutate(password, { onSuccess: done })}
      />
      <PasswordDialog
        title={t('outside.remove')}
        text={t('outside.remove.text')}
        confirm={t('outside.remove')}
        danger
        opened={action === 'remove-outside'}
        pending={removeOutside.isPending}
        error={removeOutside.error}
        onClose={close}
        onConfirm={(password) => removeOutside.mutate(password, { onSuccess: done })}
      />
      <PasswordDialog
        title={t('codes.renew')}
        text={t('codes.renew.text')}
        confirm={t('codes.renew')}
        opened={action === 'renew'}
        pending={renew.isPending}
        error={renew.error}
        onClose={close}
        onConfirm={(password) => renew.mutate(password, { onSuccess: withCodes })}
      />
      <PasswordDialog
        title={t('passkey.add')}
        text={t('passkey.add.text')}
        confirm={t('common:go-on')}
        opened={action === 'add-passkey'}
        pending={addPasskey.isPending}
        error={addPasskey.error}
        onClose={close}
        onConfirm={(password, said) =>
          addPasskey.mutate(
            { password, name: String(said.get('passkey-name')).trim() },
            { onSuccess: withCodes },
          )
        }
      >
        <TextInput
          name="passkey-name"
          label={t('passkey.name')}
          description={t('passkey.name.note')}
          maxLength={identityLimits.tokenNameLength}
          required
          withAsterisk={false}
          dir="auto"
        />
      </PasswordDialog>
      <PasswordDialog
        title={t('passkey.remove-named', { name: passkey?.name ?? '' })}
        text={t('passkey.remove.text')}
        confirm={t('passkey.remove')}
        danger
        opened={passkey !== null}
        pending={removePasskey.isPending}
        error={removePasskey.error}
        onClose={close}
        onConfirm={(password) => removePasskey.mutate({ id: passkey!.id, password }, { onSuccess: done })}
      />
    </>
  );
}

/** Somebody said that the device is lost: the first thing that the person should see. */
export function LostDevice() {
  const { data } = useSignInWays();
  return data?.recovery ? <Recovery recovery={data.recovery} /> : null;
}

function Recovery({ recovery }: { recovery: NonNullable<Ways['recovery']> }) {
  const { t } = useTranslation(words);
  const format = useFormat();
  const stop = useStopRecovery();
  return (
    <div className={classes.fresh} role="alert">
      <p>
        {recovery.dueAt
          ? t('recovery.due', { when: format.moment(recovery.dueAt) })
          : t('recovery.begun', { when: format.moment(recovery.begunAt) })}
      </p>
      <Button size="xs" color="red" loading={stop.isPending} onClick={() => stop.mutate(undefined)}>
        {t('recovery.stop')}
      </Button>
    </div>
  );
}
