import { Answer, PersonMark, Section, WaitingRows } from '@plenary/ground/web';
import { useSignedInPerson } from '@plenary/identity/web';
import { useOrganisation } from '@plenary/organisations/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';

const shown = 12;

/** Who else acts for the organisation one speaks for. That they are in Plenary at this moment it does not say. */
export function MyOrganisation({
  organisation: { id, name },
}: {
  organisation: { id: string; name: string };
}) {
  const { t } = useTranslation('shell');
  const me = useSignedInPerson();
  const organisation = useOrganisation(id);
  return (
    <Section
      title={t('home.colleagues', { organisation: name })}
      actions={
        <Link to="/organisations/$id" params={{ id }}>
          {t('home.organisation')}
        </Link>
      }
    >
      <Answer query={organisation} waiting={<WaitingRows rows={2} />}>
        {({ people }) => {
          const others = people.filter(({ personId }) => personId !== me.id);
          if (others.length === 0) return <p className={classes.quiet}>{t('home.colleagues.none')}</p>;
          return (
            <ul className={classes.people}>
              {others.slice(0, shown).map((person) => (
                <li key={person.personId}>
                  <Link to="/people/$id" params={{ id: person.personId }} className={classes.person}>
                    <PersonMark name={person.name} colour={person.colour} size={24} />
                    <bdi>{person.name}</bdi>
                  </Link>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </Section>
  );
}
