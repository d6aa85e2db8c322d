import { withWords, type RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

export type { MeView } from './api/identity-api';
export { useMe, useSignedInPerson } from './api/use-me';
export { useSignIn } from './api/use-sign-in';
export { Door, DoorSign, LetterNote } from './components/Door';
export { Fields } from './components/Fields';
export { LanguageSwitch } from './components/LanguageSwitch';
export { NewPassword } from './components/NewPassword';
export { SessionGate } from './components/SessionGate';
export { SignInForm } from './components/SignInForm';
export { SignOutDialog } from './components/SignOutDialog';
export { Wordmark } from './components/Wordmark';

export const AccountPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/AccountPage')),
  'AccountPage',
);
export const OutsidePage = lazyRouteComponent(
  withWords(managing, () => import('./pages/OutsidePage')),
  'OutsidePage',
);
export const StopRecoveryPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/StopRecoveryPage')),
  'StopRecoveryPage',
);
export const ForgottenPage = lazyRouteComponent(() => import('./pages/ForgottenPage'), 'ForgottenPage');
export const ResetPage = lazyRouteComponent(() => import('./pages/ResetPage'), 'ResetPage');
export const ConfirmAddressPage = lazyRouteComponent(
  () => import('./pages/ConfirmAddressPage'),
  'ConfirmAddressPage',
);

export const identityWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};

/** Loaded by the pages that need them. */
export const identityManagingWords: RoomWords = {
  en: () => import('./messages/managing/en.json'),
  es: () => import('./messages/managing/es.json'),
  fr: () => import('./messages/managing/fr.json'),
  ar: () => import('./messages/managing/ar.json'),
};
