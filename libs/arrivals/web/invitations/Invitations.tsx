import { Button } from '@mantine/core';
import { Answer, Dialog, say, Section, useErrorSentence, useFormat, WaitingRows } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor, lists as classes } from '@plenary/organisations/web/parts';
import type { Invitation } from '../api/arrivals-api';
import { managing } from '../managing';
import { useInvitations, useRenewInvitation, useRevokeInvitation } from '../api/use-invitations';
import { InvitePeople } from './InvitePeople';
import { LinkOnce } from './LinkOnce';

/** Invitations to an organisation (or, with null, to roles in the coalition): who used them, and their end. */
export function Invitations({ organisationId }: { organisationId: string | null }) {
  const { t } = useTranslation(managing);
  const invitations = useInvitations(organisationId);
  const revoke = useRevokeInvitation(organisationId);
  const [inviting, setInviting] = useState(false);
  const renew = useRenewInvitation(organisationId);
  const waits = useDoor().data?.emails === 'waiting';
  const { sentence } = useErrorSentence(revoke.error ?? renew.error);
  const writeAgain = ({ id, email }: Invitation) =>
    renew.mutate(id, {
      onSuccess: ({ url }) => {
        if (!url) say(t(waits ? 'invite.waits' : 'invite.sent', { email }));
      },
    });
  return (
    <Section
      title={t('invitations')}
      note={t('invitations.note')}
      actions={<Button onClick={() => setInviting(true)}>{t('invite')}</Button>}
    >
      {sentence && <p role="alert">{sentence}</p>}
      <Answer query={invitations} waiting={<WaitingRows rows={2} />}>
        {(items) =>
          items.length === 0 ? (
            <p className={classes.quiet}>{t('invitations.none')}</p>
          ) : (
            <ul className={classes.people}>
              {items.map((each) => (
                <Line
                  key={each.id}
                  invitation={each}
                  busy={revoke.isPending && revoke.variables === each.id}
                  onRevoke={() => revoke.mutate(each.id)}
                  writing={renew.isPending && renew.variables === each.id}
                  onWriteAgain={() => writeAgain(each)}
                />
              ))}
            </ul>
          )
        }
      </Answer>
      <Dialog title={t('write-again')} opened={!!renew.data?.url} onClose={renew.reset}>
        <LinkOnce
          url={renew.data?.url ?? ''}
          note={t('invite.waits.link', { email: renew.data?.invitation.email })}
          onDone={renew.reset}
        />
      </Dialog>
      <InvitePeople organisationId={organisationId} opened={inviting} onClose={() => setInviting(false)} />
    </Section>
  );
}

interface LineProps {
  invitation: Invitation;
  busy: boolean;
  onRevoke: () => void;
  writing: boolean;
  onWriteAgain: () => void;
}

function Line({ invitation, busy, onRevoke, writing, onWriteAgain }: LineProps) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const { email, role, coalitionRole, state, uses, mostUses, usedBy, comesBack } = invitation;
  const name = email ?? t('invitations.link');
  return (
    <li className={classes.invitation}>
      <span className={classes.name}>
        <bdi>{name}</bdi>{' '}
        <span className={classes.quiet}>
          {role ? t(`representative.${role}`) : t(`role.${coalitionRole}`)}
        </span>
        <span className={classes.line}>
          {state === 'open'
            ? t('invitations.open', { day: format.day(invitation.expiresAt) })
            : t(`invitations.${state}`)}
          {comesBack && ` · ${t('invitations.comes-back')}`}
          {!email &&
            ` · ${t('invitations.uses', { uses: format.number(uses), most: format.number(mostUses) })}`}
          {usedBy.length > 0 && (
            <>
              {' · '}
              {t('invitations.used-by', { names: usedBy.map((each) => each.name).join(', ') })}
            </>
          )}
        </span>
      </span>
      <span className={classes.actions}>
        {email && ['open', 'expired', 'void'].includes(state) && (
          <Button
            size="xs"
            variant="default"
            loading={writing}
            aria-label={t('write-again.named', { name })}
            onClick={onWriteAgain}
          >
            {t('write-again')}
          </Button>
        )}
        {(state === 'open' || state === 'void') && (
          <Button
            size="xs"
            variant="default"
            loading={busy}
            aria-label={t('invitations.revoke-named', { name })}
            onClick={onRevoke}
          >
            {t('invitations.revoke')}
          </Button>
        )}
      </span>
    </li>
  );
}
