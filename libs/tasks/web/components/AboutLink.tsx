import { paragraphAnchor } from '@plenary/statements/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { Task } from '../api/tasks-api';

/** The way to what a task comes from, by the name of its statement. */
export function AboutLink({ about }: { about: NonNullable<Task['about']> }) {
  const { t } = useTranslation('tasks');
  const { kind, id, statementId, paragraphId } = about;
  const words = (
    <>
      {t(`about.${kind}`)} <bdi>{about.statementTitle}</bdi>
    </>
  );
  if (kind === 'thread' || kind === 'suggestion')
    return (
      <Link to={kind === 'thread' ? '/threads/$id' : '/suggestions/$id'} params={{ id }} draggable={false}>
        {words}
      </Link>
    );
  return (
    <Link
      to="/statements/$id"
      params={{ id: statementId }}
      hash={paragraphId === null ? undefined : paragraphAnchor(paragraphId)}
      draggable={false}
    >
      {words}
    </Link>
  );
}
