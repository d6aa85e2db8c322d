import type { Standing } from '@plenary/organisations/domain';
import { activityNames, detailsFor, scopeOf } from './activity.js';

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

  it('AUD-3 shows of a change what its event says, and nothing that happens to have a name in common', () => {
    const all = { kind: 'all' } as const;
    const renamed = { title: 'Now', before: 'What it was called' };
    expect(detailsFor(all, { name: 'statement.renamed', subjectId: 's', payload: renamed })).toEqual({});
    const granted = { right: 'edit', before: 'read', subjectId: 'x', grantId: 'g' };
    expect(detailsFor(all, { name: 'statement.right-granted', subjectId: 's', payload: granted })).toEqual({
      right: 'edit',
      before: 'read',
    });
  });

  it('AUD-3 a reason is for coordinators, and for the organisation that it is about', () => {
    const own = { kind: 'organisations', ids: ['a'] } as const;
    const changed = (scope: Parameters<typeof detailsFor>[0], subjectId: string) =>
      detailsFor(scope, {
        name: 'organisation.state-changed',
        subjectId,
        payload: { state: 'suspended', reason: 'why' },
      });
    expect(changed({ kind: 'all' }, 'b')).toEqual({ state: 'suspended', reason: 'why' });
    expect(changed(own, 'a')).toEqual({ state: 'suspended', reason: 'why' });
    expect(changed(own, 'b')).toEqual({ state: 'suspended' });
    const look = { name: 'look.begun', subjectId: 'p', payload: { reason: 'why' } } as const;
    expect(detailsFor(own, look)).toEqual({});
    expect(detailsFor({ kind: 'all' }, look)).toEqual({ reason: 'why' });
  });
});
