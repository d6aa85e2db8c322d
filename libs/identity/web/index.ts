import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { words } from './words';

export type { MeView } from './api/identity-api';
export { useMe, useSignedInPerson } from './api/use-me';
export { useMyData } from './api/use-my-data';
export { useSignIn } from './api/use-sign-in';
export { Door, DoorSign, LetterNote } from './components/Door';
export { Fields } from './components/Fields';
export { LanguageSwitch } from './components/LanguageSwitch';
export { NewPassword } from './components/NewPassword';
export { SessionGate } from './components/SessionGate';
export { SignInForm } from './components/SignInForm';
export { Wordmark } from './components/Wordmark';

export const AccountPage = lazyRouteComponent(
  withWords(words, () => import('./pages/AccountPage')),
  'AccountPage',
);
export const MyDataPage = lazyRouteComponent(
  withWords(words, () => import('./pages/MyDataPage')),
  'MyDataPage',
);
export const OutsidePage = lazyRouteComponent(
  withWords(words, () => import('./pages/OutsidePage')),
  'OutsidePage',
);
export const StopRecoveryPage = lazyRouteComponent(
  withWords(words, () => import('./pages/StopRecoveryPage')),
  'StopRecoveryPage',
);
export const ForgottenPage = lazyRouteComponent(
  withWords(words, () => import('./pages/ForgottenPage')),
  'ForgottenPage',
);
export const ResetPage = lazyRouteComponent(
  withWords(words, () => import('./pages/ResetPage')),
  'ResetPage',
);
export const ConfirmAddressPage = lazyRouteComponent(
  withWords(words, () => import('./pages/ConfirmAddressPage')),
  'ConfirmAddressPage',
);
