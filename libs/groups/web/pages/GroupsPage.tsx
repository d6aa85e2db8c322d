import { Answer, EmptyState, Page } from '@plenary/ground/web';
import type { GroupView } from '@plenary/groups/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useGroups } from '../api/use-groups';
import classes from '../components/groups.module.css';

export function GroupsPage() {
  const { t } = useTranslation('groups');
  const groups = useGroups();
  return (
    <Page title={t('title')} lead={t('lead')}>
      <Answer query={groups}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t('none')}>{t('none.next')}</EmptyState>
          ) : (
            <ul className={classes.groups}>
              {items.map((group) => (
                <GroupLine key={group.id} group={group} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Page>
  );
}

function GroupLine({ group }: { group: GroupView }) {
  const { t } = useTranslation('groups');
  return (
    <li className={classes.group}>
      <h2 className={classes.name}>
        <Link to="/groups/$id" params={{ id: group.id }}>
          <bdi>{group.name}</bdi>
        </Link>
        {group.myRole && <span className={classes.mine}>{t(`mine.${group.myRole}`)}</span>}
      </h2>
      <p className={classes.description} dir="auto">
        {group.description}
      </p>
      <p className={classes.facts}>
        {t('members', { count: group.memberCount })}
        {group.leads.length > 0 && (
          <> · {t('led-by', { names: group.leads.map((lead) => lead.name).join(', ') })}</>
        )}
      </p>
    </li>
  );
}
