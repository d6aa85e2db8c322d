import { useSignedInPerson } from '@plenary/identity/web';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

/** The way to what the signed-in person may do, and why. */
export function RightsLink() {
  const { t } = useTranslation('rights');
  const { id } = useSignedInPerson();
  return (
    <p>
      <Link to="/rights" search={{ about: 'people', id }}>
        {t('link.mine')}
      </Link>
    </p>
  );
}
