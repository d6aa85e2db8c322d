import { useUnsentComments, useUnsentSuggestions } from '@plenary/comments/web';
import { currentImpersonation, PersonMark, useNews, useOnline } from '@plenary/ground/web';
import { useSignedInPerson, Wordmark } from '@plenary/identity/web';
import { ImpersonationBar } from '@plenary/impersonation/web';
import { isCoordinator } from '@plenary/organisations/domain';
import {
  CoalitionBrand,
  SpokenFor,
  useCoalition,
  useCoalitionLook,
  useDoor,
  useMembership,
} from '@plenary/organisations/web';
import { useErasures } from '@plenary/statements/web';
import { Link, Outlet, useMatches } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Rooms.module.css';
import { Navigation } from './Navigation';
import { useArrival } from './use-arrival';

/** The frame around all rooms, for who is signed in. */
export function Rooms() {
  const { t } = useTranslation();
  const frame = useMatches({ select: (matches) => matches.at(-1)?.staticData.frame ?? 'list' });
  const impersonates = currentImpersonation() !== null;
  const impersonation = useCoalitionLook();
  const { id } = useSignedInPerson();
  useNews(id);
  useUnsentComments(id);
  useUnsentSuggestions(id);
  useErasures(id);
  useArrival();
  return (
    <div
      className={classes.house}
      style={impersonation}
      data-frame={frame}
      data-impersonates={impersonates || undefined}
    >
      <a href="#content" className={classes.skip}>
        {t('skip')}
      </a>
      {impersonates && (
        <Suspense>
          <ImpersonationBar />
        </Suspense>
      )}
      <header className={classes.side}>
        <Link to="/" className={classes.brand} aria-label={t('nav.home')}>
          <Wordmark />
        </Link>
        <CoalitionBrand className={classes.coalition} />
        <Navigation />
        <Me />
      </header>
      <div className={classes.stage}>
        <Conditions />
        <main id="content" tabIndex={-1} className={classes.content}>
          <Outlet />
        </main>
      </div>
    </div>
  );
}

/** What is unusual at present: a demonstration, no network. Calm, and only as long as it lasts. */
function Conditions() {
  const { t } = useTranslation();
  const online = useOnline();
  const { data: coalition } = useCoalition();
  const { data: membership } = useMembership();
  const { data: door } = useDoor();
  // Told to those who can have it set right.
  const waits = door?.emails === 'waiting' && isCoordinator(membership);
  return (
    <div role="status" className={classes.conditions}>
      {!online && (
        <p className={classes.offline}>
          <strong>{t('offline.title')}.</strong> {t('offline.text')}
        </p>
      )}
      {waits && (
        <p className={classes.demo}>
          {t('shell:emails.waiting')} <Link to="/operation">{t('shell:emails.more')}</Link>
        </p>
      )}
      {coalition?.isDemo && <p className={classes.demo}>{t('demo.notice')}</p>}
    </div>
  );
}

function Me() {
  const { t } = useTranslation();
  const person = useSignedInPerson();
  return (
    <div className={classes.foot}>
      <Link to="/account" className={classes.me} activeProps={{ 'data-here': true, 'aria-current': 'page' }}>
        <PersonMark name={person.displayName} colour={person.colour} size={32} />
        <span className={classes.meText}>
          <bdi className={classes.meName}>{person.displayName}</bdi>
          <span className={classes.meNote}>{t('nav.account')}</span>
        </span>
      </Link>
      <div className={classes.spoken}>
        <SpokenFor />
      </div>
    </div>
  );
}
