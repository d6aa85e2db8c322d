import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { Answer, Dialog, EmptyState, say, Section, useErrorSentence, useFormat } from '@plenary/ground/web';
import { mandateKinds, type MandateKind, type OrganisationDetailView } from '@plenary/organisations/domain';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useEndMandate, useGiveMandate, useMandates, type Mandate } from '../api/use-mandates';
import { managing } from '../managing';
import invite from '../components/forms.module.css';
import classes from '../components/lists.module.css';

/** Who may vote and sign for the organisation, from when to when; those that are over stay on record. */
export function Mandates({ organisation }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  const mandates = useMandates(organisation.id);
  const [giving, setGiving] = useState(false);
  const mayGive = organisation.may.namePeople && organisation.state === 'active';
  return (
    <Section
      title={t('mandates')}
      note={t('mandates.note')}
      actions={
        mayGive &&
        organisation.people.length > 0 && (
          <Button size="xs" variant="default" onClick={() => setGiving(true)}>
            {t('mandates.give')}
          </Button>
        )
      }
    >
      <Answer query={mandates}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('mandates.none')}>{t('mandates.none.next')}</EmptyState>
          ) : (
            <ul className={classes.people}>
              {items.map((each) => (
                <Line key={each.id} mandate={each} organisationId={organisation.id} mayEnd={mayGive} />
              ))}
            </ul>
          )
        }
      </Answer>
      {mayGive && (
        <GiveMandate organisation={organisation} opened={giving} onClose={() => setGiving(false)} />
      )}
    </Section>
  );
}

function Line({
  mandate,
  organisationId,
  mayEnd,
}: {
  mandate: Mandate;
  organisationId: string;
  mayEnd: boolean;
}) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const end = useEndMandate(organisationId);
  const { sentence } = useErrorSentence(end.error);
  const open = mandate.state === 'holds' || mandate.state === 'ahead';
  return (
    <li className={classes.person}>
      <Link to="/people/$id" params={{ id: mandate.personId }} className={classes.name}>
        <bdi>{mandate.name}</bdi>
      </Link>
      <span className={classes.quiet}>
        {t(mandate.alternate ? `mandate.alternate.${mandate.kind}` : `mandate.${mandate.kind}`)}
        {' · '}
        {mandate.until
          ? t('mandate.from-until', { from: format.day(mandate.from), until: format.day(mandate.until) })
          : t('mandate.from', { from: format.day(mandate.from) })}
        {mandate.state !== 'holds' && ` · ${t(`mandate.state.${mandate.state}`)}`}
      </span>
      {mayEnd && open && (
        <span className={classes.actions}>
          <Button
            size="xs"
            variant="subtle"
            loading={end.isPending}
            aria-label={t('mandate.end-named', { name: mandate.name })}
            onClick={() => end.mutate(mandate.id, { onSuccess: () => say(t('mandate.ended')) })}
          >
            {t('mandate.end')}
          </Button>
        </span>
      )}
      {sentence && <p role="alert">{sentence}</p>}
    </li>
  );
}

function GiveMandate({
  organisation,
  opened,
  onClose,
}: {
  organisation: OrganisationDetailView;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(managing);
  const form = useId();
  const give = useGiveMandate(organisation.id);
  const { sentence } = useErrorSentence(give.error);
  return (
    <Dialog
      title={t('mandates.give')}
      opened={opened}
      onClose={onClose}
      actions={
        <Button type="submit" form={form} loading={give.isPending}>
          {t('mandates.give')}
        </Button>
      }
    >
      <form
        id={form}
        className={invite.form}
        onSubmit={(event) => {
          event.preventDefault();
          const said = new FormData(event.currentTarget);
          // A day begins and ends where the one who names it is.
          const instant = (name: string, time: string) =>
            said.get(name) ? new Date(`${String(said.get(name))}T${time}`).toISOString() : undefined;
          give.mutate(
            {
              personId: String(said.get('personId')),
              kind: said.get('kind') as MandateKind,
              alternate: said.get('alternate') !== null,
              from: instant('from', '00:00:00'),
              until: instant('until', '23:59:59'),
            },
            {
              onSuccess: () => {
                say(t('mandate.given'));
                onClose();
              },
            },
          );
        }}
      >
        <NativeSelect
          name="personId"
          label={t('person')}
          data={organisation.people.map(({ personId, name }) => ({ value: personId, label: name }))}
        />
        <NativeSelect
          name="kind"
          label={t('mandate.what')}
          data={mandateKinds.map((value) => ({ value, label: t(`mandate.${value}`) }))}
        />
        <Checkbox name="alternate" label={t('mandate.as-alternate')} />
        <div className={invite.pair}>
          <TextInput type="date" name="from" label={t('mandate.first-day')} />
          <TextInput type="date" name="until" label={t('mandate.last-day')} />
        </div>
        {sentence && (
          <p role="alert" className={invite.problem}>
            {sentence}
          </p>
        )}
      </form>
    </Dialog>
  );
}
