import { fieldsIn, isInNameOf, moreDetails, othersIn } from './activity-line.js';

const own = { kind: 'organisation', id: 'own' };

describe('a line of activity', () => {
  it('AUD-5 what coordinators do for the coalition is not done for their own organisation', () => {
    expect(isInNameOf('own', 'coalition.role-given', { kind: 'person', id: 'p' })).toBe(false);
    expect(isInNameOf('own', 'organisation.state-changed', own)).toBe(false);
    expect(isInNameOf('own', 'organisation.list-imported', { kind: 'person', id: 'p' })).toBe(false);
    expect(isInNameOf('own', 'invitation.made', { kind: 'coalition', id: 'c' })).toBe(false);
    expect(isInNameOf('own', 'organisation.mandate-given', { kind: 'organisation', id: 'other' })).toBe(
      false,
    );
  });

  it('AUD-5 what is done to one’s own organisation, or in a group or a text, is', () => {
    expect(isInNameOf('own', 'organisation.mandate-given', own)).toBe(true);
    expect(isInNameOf('own', 'group.member-joined', { kind: 'group', id: 'g' })).toBe(true);
    expect(isInNameOf('own', 'statement.created', { kind: 'statement', id: 's' })).toBe(true);
  });

  it('AUD-6 a merge says into which, a right to whom', () => {
    expect(othersIn('organisation.merged', { into: 'x' })).toEqual({ kind: 'organisation', id: 'x' });
    const to = (subjectKind: string, subjectId: string | null) => ({ subjectKind, subjectId, right: 'edit' });
    expect(othersIn('statement.right-granted', to('group', 'g'))).toEqual({ kind: 'group', id: 'g' });
    expect(othersIn('statement.right-granted', to('everyone', null))).toBeNull();
    expect(moreDetails('statement.right-granted', to('everyone', null))).toEqual({ to: 'everyone' });
    expect(moreDetails('statement.right-withdrawn', to('role', 'observer'))).toEqual({ to: 'role.observer' });
    expect(othersIn('organisation.changed', { subjectKind: 'group', subjectId: 'g' })).toBeNull();
  });

  it('AUD-6 a change says of what, and an export what was taken along', () => {
    expect(fieldsIn({ fields: ['name', 'colour', 3] })).toEqual(['name', 'colour']);
    expect(fieldsIn({})).toEqual([]);
    expect(moreDetails('organisation.list-exported', { lines: 3, unlisted: false, addresses: true })).toEqual(
      {
        addresses: true,
      },
    );
  });
});
