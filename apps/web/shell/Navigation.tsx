import {
  IconBuildingCommunity,
  IconFileText,
  IconHome,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Rooms.module.css';

const places = [
  { to: '/', key: 'home', Icon: IconHome },
  { to: '/statements', key: 'statements', Icon: IconFileText },
  { to: '/groups', key: 'groups', Icon: IconUsersGroup },
  { to: '/organisations', key: 'organisations', Icon: IconBuildingCommunity },
  { to: '/people', key: 'people', Icon: IconUsers },
] as const;

/** Five places: a column beside the page, a rail beside a document, a row at the foot of a phone. */
export function Navigation() {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('nav.label')} className={classes.nav}>
      {places.map(({ to, key, Icon }) => (
        <Link
          key={to}
          to={to}
          className={classes.place}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          activeProps={{ 'data-here': true, 'aria-current': 'page' }}
        >
          <Icon size={20} stroke={1.6} aria-hidden className={classes.icon} />
          <span className={classes.placeName}>{t(`nav.${key}`)}</span>
        </Link>
      ))}
    </nav>
  );
}
