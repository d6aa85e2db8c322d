import { laterOf } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';

/** The words of this page with those that each room has for its own events. */
export const useRecordWords = () => useTranslation([...managing, ...laterOf('record')]);
