import { Button } from '@mantine/core';
import { Answer, EmptyState, ListTotal, Page, Waiting, WaitingLine } from '@plenary/ground/web';
import type { GroupView } from '@plenary/groups/domain';
import { isCoordinator } from '@plenary/organisations/domain';
import { useMembership } from '@plenary/organisations/web';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useGroups, useGroupTotal } from '../api/use-groups';
import { useCreateGroup } from '../api/use-managing-groups';
import { GroupForm } from '../components/GroupForm';
import { GroupTheme } from '../components/GroupTheme';
import classes from '../components/groups.module.css';

export function GroupsPage() {
  const { t } = useTranslation('groups');
  const [archived, setArchived] = useState(false);
  const groups = useGroups(archived);
  const total = useGroupTotal(archived);
  const { data: membership } = useMembership();
  const coordinates = isCoordinator(membership);
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <>
          {coordinates && <NewGroup />}
          <Button variant="default" aria-pressed={archived} onClick={() => setArchived(!archived)}>
            {t('show-archived')}
          </Button>
        </>
      }
    >
      <ListTotal total={total} say={(count, number) => t('total', { count, number })} />
      <Answer query={groups} waiting={<WaitingGroups />}>
        {(items) =>
          items.length === 0 ? (
            <EmptyState title={t(archived ? 'none.archived' : 'none')}>
              {t(archived ? 'none.archived.next' : coordinates ? 'none.make' : 'none.next')}
            </EmptyState>
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

/** Six of them, as they will stand. */
function WaitingGroups() {
  return (
    <Waiting>
      <div className={classes.groups}>
        {['55%', '40%', '62%', '48%', '58%', '44%'].map((name) => (
          <div key={name} className={classes.group}>
            <div className={classes.name}>
              <WaitingLine length={name} />
            </div>
            <div className={classes.description}>
              <WaitingLine length="92%" />
              <WaitingLine length="70%" />
            </div>
            <div className={classes.facts}>
              <WaitingLine length="50%" />
            </div>
          </div>
        ))}
      </div>
    </Waiting>
  );
}

function NewGroup() {
  const { t } = useTranslation('groups');
  const create = useCreateGroup();
  const navigate = useNavigate();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>{t('new')}</Button>
      <GroupForm
        title={t('new')}
        opened={opened}
        pending={create.isPending}
        error={create.error}
        onClose={() => setOpened(false)}
        onSave={(fields) =>
          create.mutate(fields, {
            onSuccess: ({ id }) => void navigate({ to: '/groups/$id', params: { id } }),
          })
        }
      />
    </>
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
        <GroupTheme group={group} />
        {t(`way-in.${group.access}`)} · {t('members', { count: group.memberCount })}
        {group.leads.length > 0 && (
          <> · {t('led-by', { names: group.leads.map((lead) => lead.name).join(', ') })}</>
        )}
      </p>
    </li>
  );
}
