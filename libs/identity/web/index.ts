import { inside, outside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { words } from './words';

export type { MeView } from './api/identity-api';
export { useMe, useSignedInPerson } from './api/use-me';
export { zonesByRegion } from './components/time-zones';
export { useMyData } from './api/use-my-data';
export { useSignIn } from './api/use-sign-in';
export { PublicPage, PublicPageSign, EmailNote } from './components/PublicPage';
export { Fields } from './components/Fields';
export { LanguageSwitch } from './components/LanguageSwitch';
export { NewPassword } from './components/NewPassword';
export { SessionGate } from './components/SessionGate';
export { SignInForm } from './components/SignInForm';
export { Wordmark } from './components/Wordmark';
export { OnAccount } from './on-account';

const AccountPage = lazyRouteComponent(
  withWords(words, () => import('./pages/AccountPage')),
  'AccountPage',
);
const MyDataPage = lazyRouteComponent(
  withWords(words, () => import('./pages/MyDataPage')),
  'MyDataPage',
);
const OutsidePage = lazyRouteComponent(
  withWords(words, () => import('./pages/OutsidePage')),
  'OutsidePage',
);
const StopRecoveryPage = lazyRouteComponent(
  withWords(words, () => import('./pages/StopRecoveryPage')),
  'StopRecoveryPage',
);
const ForgottenPage = lazyRouteComponent(
  withWords(words, () => import('./pages/ForgottenPage')),
  'ForgottenPage',
);
const ResetPage = lazyRouteComponent(
  withWords(words, () => import('./pages/ResetPage')),
  'ResetPage',
);
const ConfirmAddressPage = lazyRouteComponent(
  withWords(words, () => import('./pages/ConfirmAddressPage')),
  'ConfirmAddressPage',
);

export const identityRoom = {
  inside: [
    createRoute({ ...inside('/account'), component: AccountPage }),
    createRoute({ ...inside('/account/data'), component: MyDataPage }),
  ],
  outside: [
    createRoute({ ...outside('/forgotten'), component: ForgottenPage }),
    createRoute({ ...outside('/reset'), component: ResetPage }),
    createRoute({ ...outside('/confirm-address'), component: ConfirmAddressPage }),
    createRoute({ ...outside('/outside'), component: OutsidePage }),
    createRoute({ ...outside('/stop-recovery'), component: StopRecoveryPage }),
  ],
  ways: [],
} as const;
