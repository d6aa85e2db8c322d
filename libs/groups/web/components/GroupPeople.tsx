import { Button } from '@mantine/core';
import { EmptyState, PersonMark, say, Section, useErrorSentence } from '@plenary/ground/web';
import type { ReactNode } from 'react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGroupMember, type GroupDetail } from '../api/use-managing-groups';
import { AddToGroup } from './AddToGroup';
import classes from './groups.module.css';

type Member = GroupDetail['members'][number];
type Shown = Member | GroupDetail['requests'][number];

/** Leads, members, and for the leads who asks to come in. */
export function GroupPeople({ group }: { group: GroupDetail }) {
  const { t } = useTranslation('groups');
  const member = useGroupMember(group.id);
  const { sentence } = useErrorSentence(member.error);
  const set = (personId: string, role: 'lead' | 'member' | null, done: string) =>
    member.mutate({ personId, role }, { onSuccess: () => say(done) });
  const small = { size: 'xs', variant: 'default', disabled: member.isPending } as const;
  const leads = group.members.filter(({ role }) => role === 'lead');
  const members = group.members.filter(({ role }) => role === 'member');
  const takeOut = ({ personId, name, role }: Member) => (
    <Button
      {...small}
      variant="subtle"
      aria-label={t('remove-named', { name })}
      onClick={() =>
        member.mutate(
          { personId, role: null },
          {
            onSuccess: () =>
              say(t('removed.done', { name }), {
                // An archived group accepts nobody.
                action: group.isArchived
                  ? undefined
                  : { label: t('common:undo'), run: () => set(personId, role, t('accepted.done', { name })) },
              }),
          },
        )
      }
    >
      {t('remove')}
    </Button>
  );
  return (
    <>
      {sentence && <p role="alert">{sentence}</p>}
      {group.requests.length > 0 && (
        <Section title={t('requests')}>
          <People
            people={group.requests}
            actions={({ personId, name }) => (
              <>
                <Button
                  {...small}
                  aria-label={t('accept-named', { name })}
                  onClick={() => set(personId, 'member', t('accepted.done', { name }))}
                >
                  {t('accept')}
                </Button>
                <Button
                  {...small}
                  variant="subtle"
                  aria-label={t('decline-named', { name })}
                  onClick={() => set(personId, null, t('declined.done', { name }))}
                >
                  {t('decline')}
                </Button>
              </>
            )}
          />
        </Section>
      )}
      <Section title={t('leads')}>
        <People
          people={leads}
          empty={t(`leads.none.${group.may.lead ? group.access : 'next'}`)}
          emptyTitle={t('leads.none')}
          actions={
            group.may.lead
              ? (person) => (
                  <>
                    <Button
                      {...small}
                      aria-label={t('to-member-named', { name: person.name })}
                      onClick={() => set(person.personId, 'member', t('common:saved'))}
                    >
                      {t('to-member')}
                    </Button>
                    {takeOut(person)}
                  </>
                )
              : undefined
          }
        />
      </Section>
      {group.may.lead && !group.isArchived && (
        <Section title={t('add')}>
          <AddToGroup group={group} />
        </Section>
      )}
      <Section title={t('members', { count: group.memberCount })}>
        <People
          people={members}
          empty={t(
            `members.none.${group.may.lead ? 'add' : group.may.join ? `join.${group.access}` : 'next'}`,
          )}
          emptyTitle={t('members.none')}
          actions={
            group.may.lead
              ? (person) => (
                  <>
                    <Button
                      {...small}
                      aria-label={t('to-lead-named', { name: person.name })}
                      onClick={() => set(person.personId, 'lead', t('common:saved'))}
                    >
                      {t('to-lead')}
                    </Button>
                    {takeOut(person)}
                  </>
                )
              : undefined
          }
        />
      </Section>
    </>
  );
}

interface PeopleProps<One extends Shown> {
  people: readonly One[];
  /** What the reader can do about it. */
  empty?: string;
  emptyTitle?: string;
  actions?: (person: One) => ReactNode;
}

function People<One extends Shown>({ people, empty, emptyTitle = '', actions }: PeopleProps<One>) {
  if (people.length === 0) return <EmptyState title={emptyTitle}>{empty}</EmptyState>;
  return (
    <ul className={classes.people}>
      {people.map((person) => (
        <li key={person.personId} className={classes.person}>
          <PersonMark name={person.name} colour={person.colour} />
          <Link to="/people/$id" params={{ id: person.personId }}>
            <bdi>{person.name}</bdi>
          </Link>
          {person.organisation && (
            <Link to="/organisations/$id" params={{ id: person.organisation.id }} className={classes.quiet}>
              <bdi>{person.organisation.name}</bdi>
            </Link>
          )}
          {'note' in person && person.note && <q className={classes.quiet}>{person.note}</q>}
          {actions && <span className={classes.actions}>{actions(person)}</span>}
        </li>
      ))}
    </ul>
  );
}
