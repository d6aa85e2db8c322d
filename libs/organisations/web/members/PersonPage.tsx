import { Answer, Page, PersonMark, Section, useFormat, WaitingParts } from '@plenary/ground/web';
import { useSignedInPerson } from '@plenary/identity/web';
import { isCoordinator, type PersonView } from '@plenary/organisations/domain';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMembership } from '../api/use-membership';
import { usePerson } from '../api/use-person';
import { CoalitionRoles } from './CoalitionRoles';
import { DeviceHelp } from './DeviceHelp';
import { Facts } from '../components/Facts';
import classes from '../components/lists.module.css';
import { managing } from '../managing';
import { Filled } from '../slots/Filled';

export function PersonPage() {
  const { t } = useTranslation(managing);
  const { id } = useParams({ strict: false });
  const person = usePerson(id!);
  return (
    <Page
      title={person.data?.name ?? t('person')}
      width="reading"
      above={<Link to="/people">{t('common:back-to', { place: t('people.title') })}</Link>}
      actions={person.data && <Actions person={person.data} />}
    >
      <Answer query={person} waiting={<WaitingParts />}>
        {(found) => <Person person={found} />}
      </Answer>
    </Page>
  );
}

function Actions({ person }: { person: PersonView }) {
  const me = useSignedInPerson();
  const { data: membership } = useMembership();
  return (
    <>
      {isCoordinator(membership) && person.id !== me.id && <Filled place="PersonActions" at={{ person }} />}
      <PersonMark name={person.name} colour={person.colour} size={48} />
    </>
  );
}

function Person({ person }: { person: PersonView }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const { data: membership } = useMembership();
  const me = useSignedInPerson();
  // As far as the page of rights answers: about oneself, for coordinators, and for the person's focal points.
  const mayAsk =
    me.id === person.id ||
    isCoordinator(membership) ||
    membership?.organisations.some(
      ({ id, role }) => role === 'focal_point' && person.organisations.some((each) => each.id === id),
    );
  return (
    <>
      <Facts
        facts={[
          ...person.organisations.map(
            (each) =>
              [
                t(`representative.${each.role}`),
                <Link key={each.id} to="/organisations/$id" params={{ id: each.id }}>
                  <bdi>{each.name}</bdi>
                </Link>,
              ] as const,
          ),
          [t('role'), person.coalitionRoles.map((role) => t(`role.${role}`)).join(', ')],
          [t('full-name'), person.fullName && <bdi>{person.fullName}</bdi>],
          [t('language'), format.language(person.language)],
          [t('works-in'), person.languages.map(format.language).join(', ')],
        ]}
      />
      {isCoordinator(membership) && (
        <Section title={t('role')} note={t('role.note')}>
          <CoalitionRoles person={person} />
        </Section>
      )}
      <DeviceHelp personId={person.id} name={person.name} />
      {mayAsk && (
        <Section title={t('more')}>
          <ul className={classes.links}>
            <li>
              <Link to="/rights" search={{ about: 'people', id: person.id }}>
                {t('more.rights-of', { name: person.name })}
              </Link>
            </li>
          </ul>
        </Section>
      )}
    </>
  );
}
