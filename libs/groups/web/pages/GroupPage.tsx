import { Answer, EmptyState, Page, PersonMark, Section } from '@plenary/ground/web';
import type { GroupPersonView } from '@plenary/groups/domain';
import { Link, useParams } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroup } from '../api/use-group';
import classes from '../components/groups.module.css';

/** A group and its people. `Work` is what rooms above have of it: its statements. */
export function GroupPage({ Work }: { Work?: ComponentType<{ groupId: string }> }) {
  const { t } = useTranslation('groups');
  const { id } = useParams({ strict: false });
  const group = useGroup(id!);
  return (
    <Page
      title={group.data?.name ?? t('one')}
      lead={group.data && <span dir="auto">{group.data.description}</span>}
      width="reading"
      above={<Link to="/groups">{t('common:back-to', { place: t('title') })}</Link>}
    >
      <Answer query={group}>
        {(found) => (
          <>
            {Work && <Work groupId={found.id} />}
            <Section title={t('leads')}>
              <People people={found.members.filter((person) => person.role === 'lead')} />
            </Section>
            <Section title={t('members', { count: found.memberCount })}>
              <People people={found.members.filter((person) => person.role === 'member')} />
            </Section>
          </>
        )}
      </Answer>
    </Page>
  );
}

function People({ people }: { people: readonly GroupPersonView[] }) {
  const { t } = useTranslation('groups');
  if (people.length === 0) return <EmptyState title={t('nobody')}>{t('nobody.next')}</EmptyState>;
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
        </li>
      ))}
    </ul>
  );
}
