import {
  asApiError,
  devicePerson,
  devicePersonKey,
  ErrorNotice,
  followDevicePerson,
  onSessionEnded,
  refresh,
  sayThatSessionEnded,
  sessionOver,
  setSessionOver,
  unsentWork,
  useLate,
  WaitingRows,
  onStrengthNeeded,
  withWords,
  type UnsentWork as Work,
} from '@plenary/ground/web';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { words } from '../words';
import { meKey, type MeView } from '../api/identity-api';
import { useMe } from '../api/use-me';
import { forgetPerson } from '../api/use-sign-out';
import { SignIn } from './SignIn';
import classes from './SessionGate.module.css';

const SecondFactorNeeded = lazy(() =>
  withWords(words, () => import('./SecondFactorNeeded'))().then(({ SecondFactorNeeded: page }) => ({
    default: page,
  })),
);

/**
 * Shows the house to a signed-in person and the sign-in page to everybody else, at any address; after sign-in the
 * person stands where the link led. A session that ended takes its local copies along, except words that were not sent:
 * those are offered first.
 */
export function SessionGate({ children, besideSignIn }: { children: ReactNode; besideSignIn?: ReactNode }) {
  const queries = useQueryClient();
  const me = useMe();
  const late = useLate(me.isPending);
  const ended = useEndedSession(me.data === null);

  useDevicePerson(me.data === undefined && me.error);
  useEffect(() => onSessionEnded(() => queries.setQueryData(meKey, null)), [queries]);
  useEffect(() => onStrengthNeeded(() => void refresh(queries, [{ kind: 'person', id: 'me' }])), [queries]);
  useEffect(() => {
    // Another tab signed out or changed hands: this one must not go on showing what that one forgot.
    const heard = (event: StorageEvent) => {
      if (event.key !== devicePersonKey || event.newValue === event.oldValue) return;
      if (event.newValue === null) sayThatSessionEnded();
      else {
        followDevicePerson();
        void queries.resetQueries();
      }
    };
    addEventListener('storage', heard);
    return () => removeEventListener('storage', heard);
  }, [queries]);

  if (me.data?.session.needsSecondFactor) {
    return (
      <Suspense>
        <SecondFactorNeeded />
      </Suspense>
    );
  }
  if (me.data) return <>{children}</>;
  if (me.data === null)
    return (
      <SignIn
        ended={ended.hasEnded}
        unsent={ended.unsent}
        onUnsent={ended.setUnsent}
        besideSignIn={besideSignIn}
      />
    );
  return (
    <main className={classes.alone}>
      {me.error ? (
        <ErrorNotice error={me.error} onRetry={() => void me.refetch()} />
      ) : (
        late && <WaitingRows rows={3} />
      )}
    </main>
  );
}

async function forgetAll(queries: QueryClient): Promise<void> {
  await forgetPerson(queries, devicePerson());
  setSessionOver(null);
}

/**
 * Where the server cannot be reached and its last answer is not kept any more, the house opens for the person whose
 * copies this device keeps: their words must not wait behind a door that nobody can open.
 */
function useDevicePerson(error: unknown): void {
  const queries = useQueryClient();
  const { t, i18n } = useTranslation('identity-public');
  const isUnreached = Boolean(error) && asApiError(error).isUnreached;
  useEffect(() => {
    const id = devicePerson();
    if (!isUnreached || !id || sessionOver()) return;
    const person = { id, displayName: t('you'), language: i18n.language as 'en', ...nothingKnown };
    const me: MeView = {
      person,
      session: { id: '', expiresAt: '', needsSecondFactor: false },
      impersonation: null,
    };
    // So old that it is asked for anew as soon as somebody answers.
    queries.setQueryData(meKey, me, { updatedAt: 1 });
  }, [isUnreached, queries, t, i18n]);
}

const nothingKnown = { email: '', fullName: null, languages: [], timeZone: null, colour: '#5f6b66' };

/** After a session ended: what it left unsent here; without any, everything is forgotten at once. */
function useEndedSession(signedOut: boolean) {
  const queries = useQueryClient();
  const [hasEnded, setHasEnded] = useState(false);
  const [unsent, setUnsent] = useState<readonly Work[]>([]);

  useEffect(() => {
    const person = devicePerson();
    if (!signedOut || !person) return;
    setHasEnded(true);
    // Also when the page is opened next without a network: what is kept here is nobody's to read until they are back.
    setSessionOver('ended');
    void unsentWork(person).then(async (works) => {
      setUnsent(works);
      if (works.length === 0) await forgetAll(queries);
    });
  }, [signedOut, queries]);
  useEffect(() => {
    if (!signedOut) setHasEnded(false);
  }, [signedOut]);

  return {
    hasEnded,
    unsent,
    setUnsent: (works: readonly Work[]) => {
      setUnsent(works);
      if (works.length === 0) void forgetAll(queries);
    },
  };
}
