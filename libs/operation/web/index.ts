import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';
import { managing } from './managing';

export const OperationLink = lazyRouteComponent(() => import('./components/OperationLink'), 'OperationLink');

export const OperationPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/OperationPage')),
  'OperationPage',
);

export const MailboxPage = lazyRouteComponent(
  withWords(managing, () => import('./pages/MailboxPage')),
  'MailboxPage',
);
