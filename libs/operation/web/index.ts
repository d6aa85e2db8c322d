import { inside, outside, withWords } from '@plenary/ground/web';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';

const OperationLink = lazyRouteComponent(
  withWords(['operation'], () => import('./components/OperationLink')),
  'OperationLink',
);
const OperationPage = lazyRouteComponent(
  withWords(['operation'], () => import('./pages/OperationPage')),
  'OperationPage',
);
const MailboxPage = lazyRouteComponent(
  withWords(['operation'], () => import('./pages/MailboxPage')),
  'MailboxPage',
);

export const operationRoom = {
  inside: [createRoute({ ...inside('/operation'), component: OperationPage })],
  outside: [createRoute({ ...outside('/mailbox'), component: MailboxPage })],
  ways: [OperationLink],
} as const;
