import type { Standing } from '@plenary/organisations/domain';
import { activityNames, scopeOf } from './activity.js';

const standing = (over: Partial<Standing>): Standing => ({
  ...{ personId: 'p', coalitionRoles: [], organisationIds: ['a'], focalPointOf: [], speaksFor: 'a' },
  ...over,
});

describe('activity', () => {
  it('AUD-1 is for coordinators, and for focal points over their own', () => {
    expect(scopeOf(standing({ coalitionRoles: ['coordinator'] }))).toEqual({ kind: 'all' });
    expect(scopeOf(standing({ focalPointOf: ['a'] }))).toEqual({ kind: 'organisations', ids: ['a'] });
    expect(scopeOf(standing({ coalitionRoles: ['facilitator', 'observer'] }))).toEqual({ kind: 'none' });
  });

  it('AUD-2 holds nothing of sign-ins, devices, addresses and keys', () => {
    expect(activityNames.filter((name) => /session|token|factor|email|password/.test(name))).toEqual([]);
  });
});
