import { Button, TextInput } from '@mantine/core';
import {
  asApiError,
  chosenLanguage,
  ErrorNotice,
  Late,
  useFormat,
  useLinkSecret,
  WaitingRows,
} from '@plenary/ground/web';
import { PublicPage, Fields, NewPassword, SignInForm, useMe, useSignIn } from '@plenary/identity/web';
import { identityLimits } from '@plenary/identity/domain';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor, BackToSignIn, EmailsKept, forms as classes } from '@plenary/organisations/web/parts';
import type { Offer } from '../api/arrivals-api';
import { managing } from '../managing';
import { useAcceptInvitation, useJoin, useOffer } from '../api/use-joining';

/** Where an invitation leads: what it offers, then the account one has, or a new one. */
export function JoinPage() {
  const { t, i18n } = useTranslation(managing);
  const secret = useLinkSecret();
  const offer = useOffer(secret);
  // An e-mail was written in its reader's language; a link is for everybody.
  const language = offer.data?.email ? offer.data.language : null;
  useEffect(() => {
    if (language && !chosenLanguage()) void i18n.changeLanguage(language);
  }, [language, i18n]);
  if (!offer.data) {
    return (
      <PublicPage title={t('join.title')}>
        <div className={classes.later}>
          {(offer.error && !offer.isFetching) || secret === '' ? (
            <>
              <ErrorNotice
                error={offer.error ?? new Error()}
                // Silence says nothing of the invitation; a refusal would be the same again.
                onRetry={asApiError(offer.error).isUnreached ? () => void offer.refetch() : undefined}
              />
              <BackToSignIn />
            </>
          ) : (
            <Late>
              <WaitingRows rows={4} />
            </Late>
          )}
        </div>
      </PublicPage>
    );
  }
  return <Offered secret={secret} offer={offer.data} />;
}

function Offered({ secret, offer }: { secret: string; offer: Offer }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const { data: me } = useMe();
  const [hasAccount, setHasAccount] = useState(offer.hasAccount);
  const role = offer.role ? t(`representative.${offer.role}`) : t(`role.${offer.coalitionRole}`);
  const title = offer.organisation
    ? t('join.for', { organisation: offer.organisation })
    : t('join.coalition', { coalition: offer.coalition });
  const { by, coalition } = offer;
  const lead = by ? t('join.lead.by', { by, coalition, role }) : t('join.lead', { coalition, role });
  return (
    <PublicPage title={title} lead={`${lead} ${t('join.until', { until: format.moment(offer.until) })}`}>
      {me ? (
        <Accept secret={secret} offer={offer} name={me.person.displayName} />
      ) : hasAccount ? (
        <>
          <p className={classes.hint}>{t('join.sign-in')}</p>
          <SignInForm email={offer.email ?? undefined} />
          {!offer.email && (
            <Button variant="subtle" mt="md" onClick={() => setHasAccount(false)}>
              {t('join.no-account')}
            </Button>
          )}
        </>
      ) : (
        <NewAccount secret={secret} offer={offer} onHasAccount={() => setHasAccount(true)} />
      )}
    </PublicPage>
  );
}

function Accept({ secret, offer, name }: { secret: string; offer: Offer; name: string }) {
  const { t } = useTranslation(managing);
  const navigate = useNavigate();
  const accept = useAcceptInvitation();
  return (
    <Fields
      error={accept.error}
      onSubmit={() =>
        accept.mutate(secret, {
          onSuccess: ({ organisationId: id }) =>
            void (id ? navigate({ to: '/organisations/$id', params: { id } }) : navigate({ to: '/' })),
        })
      }
    >
      <p className={classes.hint}>{t('join.as', { name })}</p>
      <Button type="submit" fullWidth loading={accept.isPending}>
        {offer.organisation ? t('join.accept-for', { organisation: offer.organisation }) : t('join.accept')}
      </Button>
    </Fields>
  );
}

interface NewAccountProps {
  secret: string;
  offer: Offer;
  onHasAccount: () => void;
}

function NewAccount({ secret, offer, onHasAccount }: NewAccountProps) {
  const { t, i18n } = useTranslation(managing);
  const navigate = useNavigate();
  const join = useJoin();
  const emails = useDoor().data?.emails;
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  /** Whoever has just chosen a password is not asked for it again. */
  const enter = async (
    account: Parameters<typeof join.mutateAsync>[0],
    who: Parameters<typeof signIn.mutateAsync>[0],
  ) => {
    if ((await join.mutateAsync(account)).next !== 'sign-in') return;
    await signIn.mutateAsync(who);
    await navigate({ to: '/' });
  };
  if (join.data?.next === 'email') {
    return (
      <div className={classes.later} role="status">
        <h2 className={classes.part}>{t('join.email')}</h2>
        <p className={classes.hint}>
          {t(emails === 'waiting' ? 'join.email.waits' : 'join.email.text', { email })}
        </p>
        {emails === 'mailbox' && <EmailsKept />}
      </div>
    );
  }
  if (join.data && signIn.isError) {
    return (
      <>
        <p className={classes.hint} role="status">
          {t('join.made')}
        </p>
        <SignInForm email={offer.email ?? email} onSignedIn={() => void navigate({ to: '/' })} />
      </>
    );
  }
  return (
    <Fields
      error={join.error}
      onSubmit={(said) => {
        const address = String(said.get('email') ?? '').trim();
        setEmail(address);
        const password = String(said.get('password'));
        void enter(
          {
            ...{ secret, language: i18n.language as 'en', password },
            displayName: String(said.get('displayName')).trim(),
            ...(offer.email ? {} : { email: address }),
          },
          { email: offer.email ?? address, password },
          // What is refused is shown by the mutations themselves.
        ).catch(() => undefined);
      }}
    >
      <TextInput
        name="displayName"
        label={t('join.name')}
        description={t('join.name.hint')}
        maxLength={identityLimits.displayNameLength}
        autoComplete="nickname"
        required
        withAsterisk={false}
        dir="auto"
      />
      <TextInput
        name="email"
        type="email"
        label={t('set-up.email')}
        autoComplete="username"
        defaultValue={offer.email ?? ''}
        readOnly={offer.email !== null}
        required
        withAsterisk={false}
        dir="ltr"
      />
      <NewPassword label={t('set-up.password')} />
      <Button type="submit" fullWidth loading={join.isPending || signIn.isPending}>
        {t('join.do')}
      </Button>
      {!offer.email && (
        <Button variant="subtle" onClick={onHasAccount}>
          {t('join.has-account')}
        </Button>
      )}
    </Fields>
  );
}
