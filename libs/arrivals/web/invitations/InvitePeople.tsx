import { invitationLimits } from '@plenary/arrivals/domain';
import { Button, NativeSelect, NumberInput, SegmentedControl, TextInput } from '@mantine/core';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import '@mantine/core/styles/NumberInput.css';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { Dialog, say, useErrorSentence, useFormat } from '@plenary/ground/web';
import { coalitionRoles, representativeRoles } from '@plenary/organisations/domain';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useDoor, forms as classes } from '@plenary/organisations/web/parts';
import { managing } from '../managing';
import { useInvite } from '../api/use-invitations';
import { LinkOnce } from './LinkOnce';

interface Props {
  /** Null for a role in the coalition. */
  organisationId: string | null;
  opened: boolean;
  onClose: () => void;
}

/** An e-mail to one person, or a link (and its QR code) that is passed on. */
export function InvitePeople({ organisationId, opened, onClose }: Props) {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const [way, setWay] = useState<'email' | 'link'>('email');
  const [language, setLanguage] = useState(i18n.language);
  const [role, setRole] = useState<string>(organisationId ? 'representative' : 'facilitator');
  const [days, setDays] = useState<number | string>(14);
  const [uses, setUses] = useState<number | string>(10);
  const invite = useInvite(organisationId);
  const waits = useDoor().data?.emails === 'waiting';
  const { sentence } = useErrorSentence(invite.error);
  const close = () => {
    invite.reset();
    onClose();
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const email = String(new FormData(form).get('email') ?? '').trim();
    invite.mutate(
      {
        ...{ role, language, days: Number(days) || 1 },
        ...(way === 'email' ? { email, mostUses: 1 } : { mostUses: Number(uses) || 1 }),
      },
      {
        onSuccess: ({ url }) => {
          if (url) return;
          say(t(waits ? 'invite.waits' : 'invite.sent', { email }));
          form.reset();
        },
      },
    );
  };
  const url = invite.data?.url;
  return (
    <Dialog title={t('invite')} opened={opened} onClose={close}>
      {url ? (
        <LinkOnce
          url={url}
          note={
            invite.data?.invitation.email
              ? t('invite.waits.link', { email: invite.data.invitation.email })
              : undefined
          }
          onDone={close}
        />
      ) : (
        <form onSubmit={submit} className={classes.form}>
          <SegmentedControl
            fullWidth
            aria-label={t('invite.way')}
            value={way}
            onChange={(next) => setWay(next as 'email' | 'link')}
            data={[
              { value: 'email', label: t('invite.email') },
              { value: 'link', label: t('invite.link') },
            ]}
          />
          <p className={classes.hint}>{t(`invite.${way}.text`)}</p>
          {way === 'email' && (
            <TextInput
              name="email"
              type="email"
              label={t('invite.to')}
              required
              withAsterisk={false}
              autoComplete="off"
              dir="ltr"
            />
          )}
          <NativeSelect
            label={t('invite.role')}
            value={role}
            onChange={(event) => setRole(event.currentTarget.value)}
            data={
              organisationId
                ? representativeRoles.map((value) => ({ value, label: t(`representative.${value}`) }))
                : coalitionRoles.map((value) => ({ value, label: t(`role.${value}`) }))
            }
          />
          {way === 'email' ? (
            <NativeSelect
              label={t('invite.language')}
              value={language}
              onChange={(event) => setLanguage(event.currentTarget.value)}
              data={interfaceLanguages.map((value) => ({ value, label: format.language(value) }))}
            />
          ) : (
            <NumberInput
              label={t('invite.uses')}
              value={uses}
              onChange={setUses}
              min={1}
              max={invitationLimits.uses}
              allowDecimal={false}
              hideControls
            />
          )}
          <NumberInput
            label={t('invite.days')}
            value={days}
            onChange={setDays}
            min={1}
            max={invitationLimits.days}
            allowDecimal={false}
            hideControls
          />
          {sentence && (
            <p role="alert" className={classes.problem}>
              {sentence}
            </p>
          )}
          <Button type="submit" loading={invite.isPending}>
            {t(way === 'email' ? 'invite.send' : 'invite.make')}
          </Button>
        </form>
      )}
    </Dialog>
  );
}
