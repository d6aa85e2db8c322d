import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way to the page. */
export function CommentsLink() {
  const { t } = useTranslation('comments');
  return (
    <p>
      <Link to="/comments">{t('title')}</Link>
    </p>
  );
}
