import { defineDeed } from '@plenary/ground/kernel';

export const operationDeeds = {
  read: defineDeed('operation.read', { coordinator: 'all' }),
  retry: defineDeed('operation.retry', { coordinator: 'all' }),
};
