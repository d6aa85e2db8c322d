import { NarrowLine, PersonMark, useFormat, type Column } from '@plenary/ground/web';
import type { PersonView } from '@plenary/organisations/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import { useTerms } from '../use-terms';
import { Reach } from './Reach';
import classes from '../components/lists.module.css';

/** Shown until somebody chooses others. */
export const usualPeopleColumns = ['organisation', 'acts-as', 'role'];

export function usePeopleColumns(): Column<PersonView>[] {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const terms = useTerms();
  const organisationOf = (row: PersonView) =>
    row.organisations.map((each) => each.acronym ?? each.name).join(', ');
  const rolesOf = (row: PersonView) => row.coalitionRoles.map((role) => t(`role.${role}`)).join(', ');
  const once = (words: readonly string[]) => [...new Set(words)].filter(Boolean).join(', ');
  return [
    {
      key: 'name',
      title: t('column.name'),
      cell: (row) => (
        <span className={classes.withMark}>
          <PersonMark name={row.name} colour={row.colour} />
          <span>
            <Link to="/people/$id" params={{ id: row.id }}>
              <bdi>{row.name}</bdi>
            </Link>
            <Reach of={row} />
            <NarrowLine>{[organisationOf(row), rolesOf(row)].filter(Boolean).join(' · ')}</NarrowLine>
          </span>
        </span>
      ),
    },
    {
      key: 'organisation',
      title: t('one'),
      wideOnly: true,
      cell: (row) =>
        row.organisations.map((each) => (
          <Link key={each.id} to="/organisations/$id" params={{ id: each.id }} style={{ display: 'block' }}>
            <bdi>{each.name}</bdi>
          </Link>
        )),
    },
    {
      key: 'acts-as',
      title: t('acts-as'),
      wideOnly: true,
      cell: (row) => once(row.organisations.map((each) => t(`representative.${each.role}`))),
    },
    { key: 'role', title: t('role'), wideOnly: true, cell: rolesOf },
    {
      key: 'region',
      title: t('region'),
      wideOnly: true,
      cell: (row) => once(row.organisations.map((each) => terms.region(each.region))),
    },
    {
      key: 'constituency',
      title: t('constituency'),
      wideOnly: true,
      cell: (row) => once(row.organisations.map((each) => terms.constituency(each.constituency))),
    },
    {
      key: 'languages',
      title: t('people.language'),
      wideOnly: true,
      cell: (row) => once([...row.languages, row.language].map(format.language)),
    },
  ];
}
