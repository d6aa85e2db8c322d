import { Button, CloseButton, NativeSelect } from '@mantine/core';
import { Dialog, EmptyState, PersonMark, say, useErrorSentence } from '@plenary/ground/web';
import { useSignedInPerson } from '@plenary/identity/web';
import {
  representativeRoles,
  type OrganisationDetailView,
  type OrganisationPersonView,
  type RepresentativeRole,
} from '@plenary/organisations/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useChangeMember } from '../api/use-members';
import { useWriteAgain } from '../api/use-write-again';
import classes from '../components/lists.module.css';
import { managing } from '../managing';
import { Reach } from './Reach';
import { useSayWritten } from './use-say-written';

/** Those who act for an organisation; whoever may name them changes what they are, and lets go. */
export function People({ organisation }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  const me = useSignedInPerson();
  const change = useChangeMember(organisation.id);
  const [leaving, setLeaving] = useState<OrganisationPersonView | null>(null);
  const write = useWriteAgain();
  const sayWritten = useSayWritten();
  const { sentence } = useErrorSentence(change.error ?? write.error);
  const { namePeople } = organisation.may;

  if (organisation.people.length === 0) {
    return <EmptyState title={t('nobody')}>{t(namePeople ? 'nobody.invite' : 'nobody.next')}</EmptyState>;
  }
  const rename = (personId: string, role: RepresentativeRole) =>
    change.mutate({ personId, role }, { onSuccess: () => say(t('people.changed')) });
  const letGo = () => {
    const { personId, name } = leaving!;
    change.mutate({ personId, role: null }, { onSuccess: () => say(t('people.let-go.done', { name })) });
    setLeaving(null);
  };
  return (
    <>
      {sentence && <p role="alert">{sentence}</p>}
      <ul className={classes.people}>
        {organisation.people.map((person) => (
          <li key={person.personId} className={classes.person}>
            <PersonMark name={person.name} colour={person.colour} />
            <span className={classes.name}>
              <Link to="/people/$id" params={{ id: person.personId }} className={classes.name}>
                <bdi>{person.name}</bdi>
              </Link>
              <Reach of={person} />
            </span>
            <span className={classes.actions}>
              {person.awaited && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('write-again.named', { name: person.name })}
                  loading={write.isPending && write.variables[0] === person.personId}
                  onClick={() =>
                    write.mutate([person.personId], {
                      onSuccess: ({ changed }) => sayWritten(changed.length, 1),
                    })
                  }
                >
                  {t('write-again')}
                </Button>
              )}
              {namePeople ? (
                <NativeSelect
                  size="xs"
                  aria-label={t('people.role-of', { name: person.name })}
                  value={person.role}
                  disabled={change.isPending}
                  onChange={(event) =>
                    rename(person.personId, event.currentTarget.value as RepresentativeRole)
                  }
                  data={representativeRoles.map((role) => ({
                    value: role,
                    label: t(`representative.${role}`),
                  }))}
                />
              ) : (
                <span className={classes.quiet}>{t(`representative.${person.role}`)}</span>
              )}
              {(namePeople || person.personId === me.id) && (
                <CloseButton
                  aria-label={t(person.personId === me.id ? 'people.leave-named' : 'people.let-go-named', {
                    name: person.name,
                  })}
                  onClick={() => setLeaving(person)}
                />
              )}
            </span>
          </li>
        ))}
      </ul>
      <Dialog
        title={t(leaving?.personId === me.id ? 'people.leave.title' : 'people.let-go.title', {
          name: leaving?.name,
          organisation: organisation.name,
        })}
        opened={leaving !== null}
        onClose={() => setLeaving(null)}
        actions={
          <>
            <Button variant="default" onClick={() => setLeaving(null)}>
              {t('common:cancel')}
            </Button>
            <Button color="red" onClick={letGo}>
              {t(leaving?.personId === me.id ? 'people.leave' : 'people.let-go')}
            </Button>
          </>
        }
      >
        <p>{t(leaving?.personId === me.id ? 'people.leave.text' : 'people.let-go.text')}</p>
      </Dialog>
    </>
  );
}
