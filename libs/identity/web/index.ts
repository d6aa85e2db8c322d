import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

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
export { SignOutDialog } from './components/SignOutDialog';
export { Wordmark } from './components/Wordmark';

export const AccountPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/AccountPage')),
  'AccountPage',
);
export const MyDataPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/MyDataPage')),
  'MyDataPage',
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
