import type { RoomWords } from '@plenary/ground/web';
import { lazyRouteComponent } from '@tanstack/react-router';

export { OperationLink } from './components/OperationLink';

export const OperationPage = lazyRouteComponent(() => import('./pages/OperationPage'), 'OperationPage');

export const MailboxPage = lazyRouteComponent(() => import('./pages/MailboxPage'), 'MailboxPage');

export const operationWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};
