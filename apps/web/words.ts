import type { RoomWords } from '@plenary/ground/web';

/** Words of the shell and of the home page, which belong to no room. */
export const shellWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};
