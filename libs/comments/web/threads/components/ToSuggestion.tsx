import type { PlaceView } from '@plenary/comments/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { suggestionAnchor } from '../../suggestions/suggestion-address';

interface Props {
  statementId: string;
  place: Pick<PlaceView, 'suggestionId'>;
  className?: string;
}

/** From a thread to the suggestion that it is about. */
export function ToSuggestion({ statementId, place: { suggestionId }, className }: Props) {
  const { t } = useTranslation('comments-threads');
  if (!suggestionId) return null;
  return (
    <Link
      to="/statements/$id"
      params={{ id: statementId }}
      hash={suggestionAnchor(suggestionId)}
      className={className}
    >
      {t('show.suggestion')}
    </Link>
  );
}
