import {
  Answer,
  DataTable,
  EmptyState,
  LoadMore,
  NarrowLine,
  Page,
  useFormat,
  type Column,
} from '@plenary/ground/web';
import { mayAdd, type CommentView } from '@plenary/comments/domain';
import { useMembership } from '@plenary/organisations/web';
import { useTranslation } from 'react-i18next';
import { useComments } from '../api/use-comments';
import { AddComment } from '../components/AddComment';

export function CommentsPage() {
  const { t } = useTranslation('comments');
  const { data: membership } = useMembership();
  const adds = mayAdd(membership);
  const list = useComments();
  const columns = useColumns();
  return (
    <Page title={t('title')} lead={t('lead')} actions={adds && <AddComment />}>
      <Answer query={list}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('none')}>{t(adds ? 'none.add' : 'none.wait')}</EmptyState>
          ) : (
            <>
              <DataTable caption={t('title')} columns={columns} rows={rows} rowKey={({ id }) => id} />
              <LoadMore query={list} />
            </>
          )
        }
      </Answer>
    </Page>
  );
}

function useColumns(): Column<CommentView>[] {
  const { t } = useTranslation('comments');
  const format = useFormat();
  return [
    {
      key: 'name',
      title: t('name'),
      cell: ({ name, createdAt }) => (
        <>
          <bdi>{name}</bdi>
          <NarrowLine>{format.day(createdAt)}</NarrowLine>
        </>
      ),
    },
    {
      key: 'since',
      title: t('since'),
      wideOnly: true,
      whole: true,
      cell: ({ createdAt }) => format.day(createdAt),
    },
  ];
}
