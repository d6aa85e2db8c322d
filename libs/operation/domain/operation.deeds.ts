import { chapters, defineDeed } from '@plenary/ground/kernel';

export const operationDeeds = {
  read: defineDeed('operation.read', { coordinator: 'all' }, chapters.last),
  retry: defineDeed('operation.retry', { coordinator: 'all' }, chapters.last),
};
