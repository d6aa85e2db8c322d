import { Answer, Page, WaitingParts } from '@plenary/ground/web';
import { Link, useParams } from '@tanstack/react-router';
import { useContext } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroup } from '../api/use-group';
import { GroupActions } from '../components/GroupActions';
import { GroupPeople } from '../components/GroupPeople';
import { GroupTheme } from '../components/GroupTheme';
import classes from '../components/groups.module.css';
import { GroupWork } from '../group-work';

/** A group and its people. */
export function GroupPage() {
  const { t } = useTranslation('groups');
  const { id } = useParams({ strict: false });
  const group = useGroup(id!);
  const Work = useContext(GroupWork);
  return (
    <Page
      title={group.data?.name ?? t('one')}
      lead={
        group.data && (
          <>
            {group.data.isArchived && <strong>{t('is-archived')} </strong>}
            <span dir="auto">{group.data.description}</span>
            <span className={classes.access}>
              <GroupTheme group={group.data} />
              {t(`way-in.${group.data.access}`)}
            </span>
          </>
        )
      }
      width="reading"
      above={<Link to="/groups">{t('common:back-to', { place: t('title') })}</Link>}
      actions={group.data && <GroupActions group={group.data} />}
    >
      <Answer query={group} waiting={<WaitingParts parts={3} />}>
        {(found) => (
          <>
            {Work && <Work groupId={found.id} />}
            <GroupPeople group={found} />
            <p>
              <Link to="/rights" search={{ about: 'groups', id: found.id }}>
                {t('rights')}
              </Link>
            </p>
          </>
        )}
      </Answer>
    </Page>
  );
}
