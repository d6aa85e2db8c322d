import { Answer, useFormat } from '@plenary/ground/web';
import { weightOf, type OrganisationDetailView } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { useOrganisation } from '../api/use-organisation';
import { managing } from '../managing';
import { useTerms } from '../use-terms';
import classes from './MergePreview.module.css';

/** Field by field what a merge does: what stays, what is lost, and who acts for the one that stays, in which role. */
export function MergePreview({ gone, keptId }: { gone: OrganisationDetailView; keptId: string }) {
  const kept = useOrganisation(keptId);
  return <Answer query={kept}>{(found) => <Both gone={gone} kept={found} />}</Answer>;
}

function Both({ gone, kept }: { gone: OrganisationDetailView; kept: OrganisationDetailView }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const terms = useTerms();
  const fieldsOf = (one: OrganisationDetailView): readonly (readonly [string, string])[] => [
    [t('column.name'), one.name],
    [t('column.acronym'), one.acronym ?? ''],
    [t('column.country'), format.country(one.country)],
    [t('region'), terms.region(one.region)],
    [t('constituency'), terms.constituency(one.constituency)],
    [t('languages'), one.languages.map(format.language).join(', ')],
    [t('website'), one.website ?? ''],
    [t('contact'), one.email ?? ''],
    [t('description'), Object.values(one.description).join(' / ')],
  ];
  const [lost, stays] = [fieldsOf(gone), fieldsOf(kept)];
  const rows = lost
    .map(([field, before], place) => ({ field, before, after: stays[place]![1] }))
    .filter(({ before, after }) => before !== after);
  const there = new Map(kept.people.map((each) => [each.personId, each.role]));
  const moving = gone.people.map(({ personId, name, role }) => {
    const before = there.get(personId);
    const after = before && weightOf(before) <= weightOf(role) ? before : role;
    return { personId, name, after };
  });
  return (
    <section className={classes.preview} aria-label={t('merge.preview')}>
      <table className={classes.fields}>
        <caption>{t('merge.preview')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('merge.field')}</th>
            <th scope="col">{t('merge.lost')}</th>
            <th scope="col">{t('merge.stays')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{field}</th>
              <td>
                <bdi>{before || '–'}</bdi>
              </td>
              <td>
                <bdi>{after || '–'}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {moving.length > 0 && (
        <>
          <h3 className={classes.heading}>{t('merge.people', { count: gone.peopleCount })}</h3>
          <ul className={classes.people}>
            {moving.map(({ personId, name, after }) => (
              <li key={personId}>
                <bdi>{name}</bdi>: {t(`representative.${after}`)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className={classes.note}>{t('merge.rest')}</p>
    </section>
  );
}
