import { laterOf } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';

/** The words of this page with those that each room has for its own permissions and headings. */
export const usePermissionWords = () => useTranslation(['rights', ...laterOf('permissions')]);
