import { coalitionRoles, type CoalitionRole } from '@plenary/organisations/domain';
import {
  explainRights,
  mayCreate,
  reasonsOf,
  rightOf,
  type Grant,
  type OwnedStatement,
  type Reader,
} from './statement-rights.js';
import type { GrantableRight, SubjectKind } from './vocabulary.js';

const coalitions: OwnedStatement = { ownerKind: 'coalition', groupId: null };
const groups: OwnedStatement = { ownerKind: 'group', groupId: 'women' };

interface Traits {
  roles?: CoalitionRole[];
  organisations?: string[];
  groups?: Reader['groups'];
}
const person = (traits: Traits = {}): Reader => ({
  standing: {
    personId: 'ana',
    coalitionRoles: traits.roles ?? [],
    organisationIds: traits.organisations ?? [],
    focalPointOf: [],
    speaksFor: traits.organisations?.[0] ?? null,
  },
  groups: traits.groups ?? [],
});
const grant = (subjectKind: SubjectKind, subjectId: string | null, right: GrantableRight): Grant => ({
  id: `${subjectKind}-${right}`,
  subjectKind,
  subjectId,
  right,
});

describe('rights on statements', () => {
  it('STM-2 roles have their rights, by owner', () => {
    const table = coalitionRoles.map((role) => [
      role,
      rightOf(person({ roles: [role] }), coalitions, []),
      rightOf(person({ roles: [role] }), groups, []),
    ]);
    expect(table).toEqual([
      ['coordinator', 'manage', 'manage'],
      ['facilitator', 'comment', 'read'],
      ['penholder', 'edit', 'read'],
      ['translator', 'comment', 'read'],
      ['observer', 'read', 'none'],
    ]);
  });

  it('STM-3 whoever acts for an active organisation comments on coalition statements, and sees no group draft', () => {
    const delegate = person({ organisations: ['sea-bridge'] });
    expect(rightOf(delegate, coalitions, [])).toBe('comment');
    expect(rightOf(delegate, groups, [])).toBe('none');
    expect(rightOf(person(), coalitions, [])).toBe('none');
  });

  it('STM-4 leads manage and members edit the statements of their own group only', () => {
    const lead = person({ groups: [{ groupId: 'women', role: 'lead' }] });
    const member = person({ groups: [{ groupId: 'women', role: 'member' }] });
    const stranger = person({ groups: [{ groupId: 'media', role: 'lead' }] });
    expect([lead, member, stranger].map((reader) => rightOf(reader, groups, []))).toEqual([
      'manage',
      'edit',
      'none',
    ]);
    expect(rightOf(lead, coalitions, [])).toBe('none');
  });

  it.each([
    ['everyone', null],
    ['role', 'observer'],
    ['group', 'media'],
    ['organisation', 'sea-bridge'],
    ['person', 'ana'],
  ] as const)('STM-5 a grant to %s %s reaches whom it names and nobody else', (kind, id) => {
    const ana = person({
      roles: ['observer'],
      organisations: ['sea-bridge'],
      groups: [{ groupId: 'media', role: 'member' }],
    });
    const bruno: Reader = {
      standing: {
        personId: 'bruno',
        coalitionRoles: ['translator'],
        organisationIds: [],
        focalPointOf: [],
        speaksFor: null,
      },
      groups: [{ groupId: 'youth', role: 'member' }],
    };
    expect(rightOf(ana, groups, [grant(kind, id, 'edit')])).toBe('edit');
    expect(rightOf(bruno, groups, [grant(kind, id, 'edit')])).toBe('read');
  });

  it('STM-5 rights only add up: a smaller grant takes nothing away', () => {
    const penholder = person({ roles: ['penholder'] });
    expect(rightOf(penholder, coalitions, [grant('person', 'ana', 'read')])).toBe('edit');
  });

  it('STM-5 each reason is named', () => {
    const reader = person({ roles: ['penholder'], organisations: ['sea-bridge'] });
    const bases = reasonsOf(reader, coalitions, [grant('everyone', null, 'edit')]).map(
      ({ basis, right }) => `${basis} ${right}`,
    );
    expect(bases).toEqual(['role edit', 'everyone comment', 'grant edit']);
  });

  it('STM-7 who begins statements', () => {
    const able = (reader: Reader) => [mayCreate(reader, coalitions), mayCreate(reader, groups)];
    expect(able(person({ roles: ['coordinator'] }))).toEqual([true, true]);
    expect(able(person({ roles: ['penholder'] }))).toEqual([true, false]);
    expect(able(person({ groups: [{ groupId: 'women', role: 'lead' }] }))).toEqual([false, true]);
    expect(able(person({ groups: [{ groupId: 'women', role: 'member' }] }))).toEqual([false, false]);
    expect(able(person({ organisations: ['sea-bridge'] }))).toEqual([false, false]);
  });

  it('STM-9 the explanation has one line per subject, greatest right first, with every reason', () => {
    const lines = explainRights(coalitions, [
      grant('everyone', null, 'edit'),
      grant('person', 'ana', 'manage'),
    ]).map(({ subject, right, reasons }) => [subject.kind, subject.id, right, reasons.length]);
    expect(lines).toEqual([
      ['role', 'coordinator', 'manage', 1],
      ['person', 'ana', 'manage', 1],
      ['role', 'penholder', 'edit', 1],
      ['everyone', null, 'edit', 2],
      ['role', 'facilitator', 'comment', 1],
      ['role', 'translator', 'comment', 1],
      ['role', 'observer', 'read', 1],
    ]);
  });
});
