import { apiFor, type paths } from '@plenary/ground/web';

export const api = apiFor<paths>();

export const statementsKey = ['statements'] as const;
export const statementKey = (id: string) => ['statement', id] as const;
export const rightsKey = (id: string) => ['statement', id, 'rights'] as const;
