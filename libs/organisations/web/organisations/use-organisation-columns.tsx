import { NarrowLine, useFormat, type Column } from '@plenary/ground/web';
import type { OrganisationView } from '@plenary/organisations/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import { useTerms } from '../use-terms';
import classes from '../components/lists.module.css';

/** Shown until somebody chooses others. */
export const usualOrganisationColumns = ['acronym', 'country', 'region', 'people'];

export function useOrganisationColumns(): Column<OrganisationView>[] {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const terms = useTerms();
  const remarksOn = ({ state, listing }: OrganisationView) =>
    [
      ...(state === 'active' ? [] : [t(`state.${state}`)]),
      ...(listing === 'listed' ? [] : [t('listing.unlisted')]),
    ].join(' · ');
  return [
    {
      key: 'name',
      title: t('column.name'),
      cell: (row) => (
        <>
          <Link to="/organisations/$id" params={{ id: row.id }}>
            <bdi>{row.name}</bdi>
          </Link>
          <span className={classes.quiet}> {remarksOn(row)}</span>
          <NarrowLine>
            {format.country(row.country)} · {t('people', { count: row.peopleCount })}
          </NarrowLine>
        </>
      ),
    },
    { key: 'acronym', title: t('column.acronym'), wideOnly: true, cell: (row) => <bdi>{row.acronym}</bdi> },
    {
      key: 'country',
      title: t('column.country'),
      wideOnly: true,
      cell: (row) => format.country(row.country),
    },
    { key: 'region', title: t('region'), wideOnly: true, cell: (row) => terms.region(row.region) },
    {
      key: 'constituency',
      title: t('constituency'),
      wideOnly: true,
      cell: (row) => terms.constituency(row.constituency),
    },
    {
      key: 'languages',
      title: t('languages'),
      wideOnly: true,
      cell: (row) => row.languages.map(format.language).join(', '),
    },
    { key: 'state', title: t('state'), wideOnly: true, cell: (row) => t(`state.${row.state}`) },
    {
      key: 'people',
      title: t('column.people'),
      wideOnly: true,
      align: 'end',
      cell: (row) => format.number(row.peopleCount),
    },
  ];
}
