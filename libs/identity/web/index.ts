import type { RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export type { MeView } from './api/identity-api';
export { useMe, useSignedInPerson } from './api/use-me';
export { LanguageSwitch } from './components/LanguageSwitch';
export { SessionGate } from './components/SessionGate';
export { SignOutDialog } from './components/SignOutDialog';
export { Wordmark } from './components/Wordmark';

export const AccountPage = lazyRouteComponent(() => import('./pages/AccountPage'), 'AccountPage');

export const identityWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};
