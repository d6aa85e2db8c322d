import { Answer, Section, WaitingRows } from '@plenary/ground/web';
import { useGroups } from '@plenary/groups/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import classes from './Home.module.css';

export function MyGroups() {
  const { t } = useTranslation('shell');
  const groups = useGroups();
  return (
    <Section title={t('home.groups')} actions={<Link to="/groups">{t('home.groups.all')}</Link>}>
      <Answer query={groups} waiting={<WaitingRows rows={2} />}>
        {(items) => {
          const mine = items.filter((group) => group.myRole);
          if (mine.length === 0) {
            return (
              <p className={classes.quiet}>
                {t(items.length === 0 ? 'home.groups.none.yet' : 'home.groups.none')}
              </p>
            );
          }
          return (
            <ul className={classes.lines}>
              {mine.map((group) => (
                <li key={group.id} className={classes.short}>
                  <Link to="/groups/$id" params={{ id: group.id }}>
                    <bdi>{group.name}</bdi>
                  </Link>
                  <span className={classes.lineFacts}>{t(`group.${group.myRole!}`)}</span>
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </Section>
  );
}
