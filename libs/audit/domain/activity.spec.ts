import { eventsOnRecord, type EventRecord } from '@plenary/ground/kernel';
import type { Standing } from '@plenary/organisations/domain';
import '@plenary/arrivals/domain';
import '@plenary/impersonation/domain';
import '@plenary/statements/domain';
import { detailsFor, scopeOf } from './activity.js';

const recordOf = (name: string): EventRecord => eventsOnRecord().get(name)!;

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
    expect(
      [...eventsOnRecord().keys()].filter((name) => /session|token|factor|email|password/.test(name)),
    ).toEqual([]);
  });

  it('AUD-3 shows of a change what its event says, and nothing that happens to have a name in common', () => {
    const all = { kind: 'all' } as const;
    const renamed = { title: 'Now', before: 'What it was called' };
    const line = (name: string, payload: object) =>
      detailsFor(all, { record: recordOf(name), subjectId: 's', payload });
    expect(line('statement.renamed', renamed)).toEqual({});
    const granted = { right: 'edit', before: 'read', subjectId: 'x', grantId: 'g' };
    expect(line('statement.right-granted', granted)).toEqual({ right: 'edit', before: 'read' });
    const exported = { lines: 3, unlisted: false, addresses: true };
    expect(line('organisation.list-exported', exported)).toEqual({ lines: 3, addresses: true });
  });

  it('AUD-3 a reason is for coordinators, and for the organisation that it is about', () => {
    const own = { kind: 'organisations', ids: ['a'] } as const;
    const changed = (scope: Parameters<typeof detailsFor>[0], subjectId: string) =>
      detailsFor(scope, {
        record: recordOf('organisation.state-changed'),
        subjectId,
        payload: { state: 'suspended', reason: 'why' },
      });
    expect(changed({ kind: 'all' }, 'b')).toEqual({ state: 'suspended', reason: 'why' });
    expect(changed(own, 'a')).toEqual({ state: 'suspended', reason: 'why' });
    expect(changed(own, 'b')).toEqual({ state: 'suspended' });
    const look = { record: recordOf('look.begun'), subjectId: 'p', payload: { reason: 'why' } };
    expect(detailsFor(own, look)).toEqual({});
    expect(detailsFor({ kind: 'all' }, look)).toEqual({ reason: 'why' });
  });
});
