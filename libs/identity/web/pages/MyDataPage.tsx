import { Button } from '@mantine/core';
import {
  Answer,
  EmptyState,
  currentImpersonation,
  Page,
  Section,
  useFormat,
  WaitingParts,
} from '@plenary/ground/web';
import { Link } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useMyData, type MyData } from '../api/use-my-data';
import { useSignedInPerson } from '../api/use-me';
import classes from '../components/Account.module.css';
import { OnAccount } from '../on-account';
import { words } from '../words';

/** What Plenary knows of the person, to be read; the same as a file for machines. */
export function MyDataPage() {
  const { t } = useTranslation(words);
  const { written, standing } = useContext(OnAccount);
  const format = useFormat();
  const { displayName } = useSignedInPerson();
  const data = useMyData();
  if (currentImpersonation()) {
    return (
      <Page title={t('data.title')} width="reading">
        <EmptyState title={t('account.closed', { name: displayName })}>{t('account.closed.text')}</EmptyState>
      </Page>
    );
  }
  return (
    <Page
      title={t('data.title')}
      lead={data.data && t('data.lead', { when: format.moment(data.data.madeAt) })}
      width="reading"
      above={<Link to="/account">{t('data.back')}</Link>}
      actions={
        <Button component="a" href="/api/me/export" download variant="default">
          {t('data.file')}
        </Button>
      }
    >
      <Answer query={data} waiting={<WaitingParts parts={3} />}>
        {(found) => (
          <>
            <Section title={t('data.account')}>
              <Account data={found} />
            </Section>
            {written}
            <Section title={t('account.standing')}>{standing}</Section>
            <Section title={t('devices.title')}>
              <ul className={classes.lines}>
                {found.sessions.map(({ kind, label, created_at: begunAt, last_used_at: usedAt }, place) => (
                  <li key={place} className={classes.line}>
                    <bdi>{label ?? t(kind === 'browser' ? 'devices.unknown' : 'tokens.title')}</bdi>
                    <span className={classes.quiet}>
                      {t('devices.used', { when: format.day(usedAt ?? begunAt) })}
                    </span>
                  </li>
                ))}
              </ul>
            </Section>
            <Section title={t('data.acts')}>
              <p>
                {t('data.acts.text', { count: found.acts.length })}{' '}
                <Link to="/activity">{t('data.acts.link')}</Link>
              </p>
            </Section>
            <p className={classes.quiet}>{t('data.rest')}</p>
          </>
        )}
      </Answer>
    </Page>
  );
}

function Account({ data: { account, passkeys, outside } }: { data: MyData }) {
  const { t } = useTranslation(words);
  const format = useFormat();
  const list = new Intl.ListFormat(document.documentElement.lang || 'en');
  const lines: readonly [string, string | null][] = [
    [t('name'), account.displayName],
    [t('full-name'), account.fullName],
    [t('email'), account.email],
    [t('profile.languages'), list.format(account.languages.map(format.language)) || null],
    [t('time-zone'), account.timeZone],
    [t('data.since'), format.day(account.createdAt)],
    [t('data.passkeys'), list.format(passkeys.map(({ name }) => name)) || null],
    [t('data.outside'), list.format(outside.map(({ issuer }) => issuer)) || null],
  ];
  return (
    <dl className={classes.lines}>
      {lines.map(
        ([label, value]) =>
          value && (
            <div key={label} className={classes.line}>
              <dt>{label}</dt>
              <dd className={classes.value}>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}
