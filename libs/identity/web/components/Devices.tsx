import { Button, Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Answer, say, useErrorSentence, useFormat, WaitingRows } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndOtherSessions, useEndSession, useSessions } from '../api/use-sessions';
import { useTokens } from '../api/use-tokens';
import { words } from '../words';
import classes from './Account.module.css';

/** Where the person is signed in; each of the others can be ended from here. */
export function Devices() {
  const { t } = useTranslation(words);
  const format = useFormat();
  const sessions = useSessions();
  const end = useEndSession();
  const endOthers = useEndOtherSessions();
  const keys = useTokens().data?.length ?? 0;
  const [withKeys, setWithKeys] = useState(false);
  const { sentence } = useErrorSentence(end.error ?? endOthers.error);
  return (
    <Answer query={sessions} waiting={<WaitingRows rows={2} />}>
      {(items) => (
        <>
          {sentence && <p role="alert">{sentence}</p>}
          <ul className={classes.lines}>
            {items.map((session) => {
              const name = session.device ?? t('devices.unknown');
              return (
                <li key={session.id} className={classes.line}>
                  <span className={classes.lineText}>
                    <bdi>{name}</bdi>
                    <span className={classes.quiet}>
                      {session.isCurrent
                        ? t('devices.now')
                        : t('devices.used', { when: format.ago(session.lastUsedAt) })}
                      {' · '}
                      {t('devices.since', { day: format.day(session.createdAt) })}
                    </span>
                  </span>
                  {session.isCurrent ? (
                    <span className={classes.here}>{t('devices.this')}</span>
                  ) : (
                    <Button
                      size="xs"
                      variant="default"
                      loading={end.isPending && end.variables === session.id}
                      aria-label={t('devices.end-named', { name })}
                      onClick={() => end.mutate(session.id)}
                    >
                      {t('devices.end')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ul>
          {(items.filter((session) => !session.isCurrent).length > 1 || keys > 0) && (
            <div className={classes.body}>
              {keys > 0 && (
                <Checkbox
                  label={t('devices.end-keys', { count: keys })}
                  checked={withKeys}
                  onChange={(event) => setWithKeys(event.currentTarget.checked)}
                />
              )}
              <Button
                variant="default"
                loading={endOthers.isPending}
                onClick={() => endOthers.mutate(withKeys, { onSuccess: () => say(t('devices.ended')) })}
              >
                {t('devices.end-others')}
              </Button>
            </div>
          )}
        </>
      )}
    </Answer>
  );
}
