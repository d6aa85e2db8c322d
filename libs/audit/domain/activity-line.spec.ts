import { eventsOnRecord, type EventRecord } from '@plenary/ground/kernel';
import '@plenary/groups/domain';
import '@plenary/organisations/domain';
import '@plenary/arrivals/domain';
import '@plenary/impersonation/domain';
import '@plenary/statements/domain';
import { isInNameOf, othersIn, partsIn, wordsForOthers } from './activity-line.js';

const own = { kind: 'organisation', id: 'own' };
const recordOf = (name: string): EventRecord => eventsOnRecord().get(name)!;

describe('a line of activity', () => {
  it('AUD-5 what coordinators do for the coalition is not done for their own organisation', () => {
    const person = { kind: 'person', id: 'p' };
    expect(isInNameOf('own', recordOf('coalition.role-given'), person)).toBe(false);
    expect(isInNameOf('own', recordOf('organisation.state-changed'), own)).toBe(false);
    expect(isInNameOf('own', recordOf('organisation.list-imported'), person)).toBe(false);
    expect(isInNameOf('own', recordOf('invitation.made'), { kind: 'coalition', id: 'c' })).toBe(false);
    expect(isInNameOf('own', recordOf('invitation.made'), { kind: 'invitation', id: 'i' })).toBe(false);
    const other = { kind: 'organisation', id: 'other' };
    expect(isInNameOf('own', recordOf('organisation.mandate-given'), other)).toBe(false);
  });

  it('AUD-5 what is done to one’s own organisation, or in a group or a text, is', () => {
    expect(isInNameOf('own', recordOf('organisation.mandate-given'), own)).toBe(true);
    expect(isInNameOf('own', recordOf('invitation.made'), own)).toBe(true);
    expect(isInNameOf('own', recordOf('group.member-joined'), { kind: 'group', id: 'g' })).toBe(true);
    expect(isInNameOf('own', recordOf('statement.created'), { kind: 'statement', id: 's' })).toBe(true);
  });

  it('AUD-6 a merge says into which, a right to whom', () => {
    const into = { kind: 'organisation', id: 'x' };
    expect(othersIn(recordOf('organisation.merged'), { into: 'x' })).toEqual(into);
    const to = (subjectKind: string, subjectId: string | null) => ({ subjectKind, subjectId, right: 'edit' });
    const granted = recordOf('statement.right-granted');
    expect(othersIn(granted, to('group', 'g'))).toEqual({ kind: 'group', id: 'g' });
    expect(othersIn(granted, to('everyone', null))).toBeNull();
    expect(wordsForOthers(granted, to('everyone', null))).toEqual({ to: 'everyone' });
    const withdrawn = recordOf('statement.right-withdrawn');
    expect(wordsForOthers(withdrawn, to('role', 'observer'))).toEqual({ to: 'role.observer' });
    expect(othersIn(recordOf('organisation.changed'), { subjectKind: 'group', subjectId: 'g' })).toBeNull();
  });

  it('AUD-6 a change says of what', () => {
    const changed = recordOf('organisation.changed');
    expect(partsIn(changed, { fields: ['name', 'colour', 3] })).toEqual(['name', 'colour']);
    expect(partsIn(changed, {})).toEqual([]);
    expect(partsIn(recordOf('group.created'), { fields: ['name'] })).toEqual([]);
  });
});
