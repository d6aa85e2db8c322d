import { withWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export const OperationLink = lazyRouteComponent(
  withWords(['operation'], () => import('./components/OperationLink')),
  'OperationLink',
);

export const OperationPage = lazyRouteComponent(
  withWords(['operation'], () => import('./pages/OperationPage')),
  'OperationPage',
);

export const MailboxPage = lazyRouteComponent(
  withWords(['operation'], () => import('./pages/MailboxPage')),
  'MailboxPage',
);
