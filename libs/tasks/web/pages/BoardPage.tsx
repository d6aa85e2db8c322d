import { Button } from '@mantine/core';
import { Answer, EmptyState, Page, Waiting, WaitingLine } from '@plenary/ground/web';
import { useGroup } from '@plenary/groups/web';
import { taskStates } from '@plenary/tasks/domain';
import { Link, useParams } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useBoard } from '../api/use-board';
import board from '../board/board.module.css';
import { BoardView } from '../board/BoardView';
import { AddTask } from '../components/AddTask';

/** What the people of a working group have to do. */
export function GroupBoardPage() {
  const { t } = useTranslation('tasks');
  const { id } = useParams({ strict: false });
  const group = useGroup(id!);
  const name = group.data?.name;
  return (
    <BoardPage
      groupId={id!}
      title={name === undefined ? t('board') : t('board.of', { name })}
      above={
        <Link to="/groups/$id" params={{ id: id! }}>
          {t('common:back-to', { place: name ?? t('field.board') })}
        </Link>
      }
    />
  );
}

/** What those do who work for the coalition as a whole. */
export function CoalitionBoardPage() {
  const { t } = useTranslation('tasks');
  return (
    <BoardPage
      groupId={null}
      title={t('board.of', { name: t('coalition') })}
      above={<Link to="/tasks">{t('common:back-to', { place: t('mine') })}</Link>}
    />
  );
}

function BoardPage({ groupId, title, above }: { groupId: string | null; title: string; above: ReactNode }) {
  const { t } = useTranslation('tasks');
  const query = useBoard(groupId);
  const [adding, setAdding] = useState(false);
  const mayAdd = query.data?.may.add ?? false;
  const add = mayAdd && <Button onClick={() => setAdding(true)}>{t('add')}</Button>;
  return (
    <div className={board.page}>
      <Page title={title} above={above} actions={add}>
        <Answer query={query} waiting={<WaitingBoard />}>
          {(found) =>
            found.cards.length === 0 && found.doneBefore === 0 ? (
              <EmptyState title={t('board.none')}>
                {t(mayAdd ? 'board.none.add' : 'board.none.next')}
              </EmptyState>
            ) : (
              <BoardView board={found} groupId={groupId} />
            )
          }
        </Answer>
        <AddTask groupId={groupId} opened={adding} onClose={() => setAdding(false)} />
      </Page>
    </div>
  );
}

function WaitingBoard() {
  return (
    <Waiting>
      <div className={board.columns}>
        {taskStates.map((state) => (
          <div key={state} className={board.column}>
            <WaitingLine length="6rem" />
            {['80%', '64%', '72%'].map((length) => (
              <div key={length} className={board.card}>
                <WaitingLine length={length} />
                <WaitingLine length="40%" />
              </div>
            ))}
          </div>
        ))}
      </div>
    </Waiting>
  );
}
