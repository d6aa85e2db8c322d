import { Button } from '@mantine/core';
import { Answer, say, useErrorSentence, useFormat, WaitingRows } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRevokeToken, useTokens } from '../api/use-tokens';
import { words } from '../words';
import classes from './Account.module.css';
import { TokenForm } from './TokenForm';

/** Keys for scripts: made, shown once, withdrawn. */
export function Tokens() {
  const { t } = useTranslation(words);
  const format = useFormat();
  const tokens = useTokens();
  const revoke = useRevokeToken();
  const [fresh, setFresh] = useState<string | null>(null);
  const { sentence } = useErrorSentence(revoke.error);
  return (
    <>
      {fresh && <FreshToken token={fresh} onDone={() => setFresh(null)} />}
      {sentence && <p role="alert">{sentence}</p>}
      <Answer query={tokens} waiting={<WaitingRows rows={2} />}>
        {(items) => (
          <ul className={classes.lines}>
            {items.map((token) => (
              <li key={token.id} className={classes.line}>
                <span className={classes.lineText}>
                  <bdi>{token.name}</bdi>
                  <span className={classes.quiet}>
                    {t(`tokens.scope.${token.scope}`)} ·{' '}
                    {t('tokens.until', { day: format.day(token.expiresAt) })}
                    {' · '}
                    {token.lastUsedAt
                      ? t('devices.used', { when: format.ago(token.lastUsedAt) })
                      : t('tokens.never-used')}
                  </span>
                </span>
                <Button
                  size="xs"
                  variant="default"
                  loading={revoke.isPending && revoke.variables === token.id}
                  aria-label={t('tokens.revoke-named', { name: token.name })}
                  onClick={() => revoke.mutate(token.id)}
                >
                  {t('tokens.revoke')}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </Answer>
      <TokenForm onCreated={setFresh} />
    </>
  );
}

function FreshToken({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation(words);

  async function copy() {
    try {
      await navigator.clipboard.writeText(token);
      say(t('common:copied'));
    } catch {
      say(t('unsent.copy-failed'), { tone: 'problem' });
    }
  }

  return (
    <div className={classes.fresh} role="status">
      <p>{t('tokens.once')}</p>
      <code className={classes.token} dir="ltr">
        {token}
      </code>
      <div className={classes.inline}>
        <Button size="xs" variant="default" style={{ flex: 'none' }} onClick={() => void copy()}>
          {t('common:copy')}
        </Button>
        <Button size="xs" variant="subtle" onClick={onDone}>
          {t('tokens.stored')}
        </Button>
      </div>
    </div>
  );
}
