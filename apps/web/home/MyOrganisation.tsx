import { Answer, PersonMark, Section, WaitingRows } from '@plenary/ground/web';
import { useOrganisation } from '@plenary/organisations/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';

/** Who else is here for the organisation one speaks for. */
export function MyOrganisation({ id }: { id: string }) {
  const { t } = useTranslation('shell');
  const organisation = useOrganisation(id);
  return (
    <Section
      title={t('home.colleagues')}
      actions={
        <Link to="/organisations/$id" params={{ id }}>
          {t('home.organisation')}
        </Link>
      }
    >
      <Answer query={organisation} waiting={<WaitingRows rows={2} />}>
        {({ people }) => (
          <ul className={classes.people}>
            {people.slice(0, 12).map((person) => (
              <li key={person.personId}>
                <Link to="/people/$id" params={{ id: person.personId }} className={classes.person}>
                  <PersonMark name={person.name} colour={person.colour} size={24} />
                  <bdi>{person.name}</bdi>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Answer>
    </Section>
  );
}
