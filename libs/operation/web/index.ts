import { withWords, type RoomWords } from '@plenary/ground/web';
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

export const operationWords: RoomWords = {
  en: () => import('./messages/en.json'),
  es: () => import('./messages/es.json'),
  fr: () => import('./messages/fr.json'),
  ar: () => import('./messages/ar.json'),
};

/** Loaded by the pages that need them. */
export const operationManagingWords: RoomWords = {
  en: () => import('./messages/managing/en.json'),
  es: () => import('./messages/managing/es.json'),
  fr: () => import('./messages/managing/fr.json'),
  ar: () => import('./messages/managing/ar.json'),
};
