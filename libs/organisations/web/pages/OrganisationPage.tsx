import { Answer, EmptyState, Page, PersonMark, Section, useFormat } from '@plenary/ground/web';
import type { OrganisationDetailView } from '@plenary/organisations/domain';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../api/use-organisation';
import { Facts } from '../components/Facts';
import classes from '../components/lists.module.css';

export function OrganisationPage() {
  const { t } = useTranslation('organisations');
  const { id } = useParams({ strict: false });
  const organisation = useOrganisation(id!);
  return (
    <Page
      title={organisation.data?.name ?? t('one')}
      width="reading"
      above={<Link to="/organisations">{t('common:back-to', { place: t('title') })}</Link>}
    >
      <Answer query={organisation}>{(found) => <Organisation organisation={found} />}</Answer>
    </Page>
  );
}

function Organisation({ organisation }: { organisation: OrganisationDetailView }) {
  const { t } = useTranslation('organisations');
  const format = useFormat();
  return (
    <>
      <Facts
        facts={[
          [t('column.acronym'), organisation.acronym && <bdi>{organisation.acronym}</bdi>],
          [
            t('column.country'),
            `${format.country(organisation.country)}, ${t(`region.${organisation.region}`)}`,
          ],
          [t('constituency'), t(`constituency.${organisation.constituency}`)],
          [t('languages'), organisation.languages.map(format.language).join(', ')],
          [t('website'), organisation.website && <Website address={organisation.website} />],
          [t('state'), organisation.state !== 'active' && t(`state.${organisation.state}`)],
        ]}
      />
      <Section title={t('acts-for', { count: organisation.peopleCount })}>
        {organisation.people.length === 0 ? (
          <EmptyState title={t('nobody')}>{t('nobody.next')}</EmptyState>
        ) : (
          <ul className={classes.people}>
            {organisation.people.map((person) => (
              <li key={person.personId} className={classes.person}>
                <PersonMark name={person.name} colour={person.colour} />
                <Link to="/people/$id" params={{ id: person.personId }} className={classes.name}>
                  <bdi>{person.name}</bdi>
                </Link>
                <span className={classes.quiet}>{t(`representative.${person.role}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
    </>
  );
}

/** Only plain web addresses become links: what an organisation wrote is not trusted to be harmless. */
function Website({ address }: { address: string }) {
  if (!/^https?:\/\//i.test(address)) return <bdi>{address}</bdi>;
  return (
    <a href={address} target="_blank" rel="noreferrer noopener nofollow" dir="ltr">
      {address.replace(/^https?:\/\/|\/$/gi, '')}
    </a>
  );
}
