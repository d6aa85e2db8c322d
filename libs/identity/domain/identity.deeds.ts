import { chapters, defineDeed } from '@plenary/ground/kernel';

export const accountDeeds = {
  manage: defineDeed('account.manage', { everybody: 'own' }, chapters.first),
};
