import type { Right } from '@plenary/ground/kernel';
import type { CoalitionRole } from '@plenary/organisations/domain';
import {
  mayComment,
  mayDeleteComment,
  mayEditComment,
  mayEnterFor,
  mayReadThread,
  mayResolveThread,
  mayTranslateComment,
  type GuardedThread,
  type ThreadReader,
} from './thread-rights.js';
import { audiences, type ThreadAudience } from './vocabulary.js';

const reader = (
  right: Right,
  { personId = 'me', organisationIds = [] as string[], roles = [] as CoalitionRole[] } = {},
): ThreadReader => ({
  right,
  standing: {
    ...{ personId, organisationIds, coalitionRoles: roles, focalPointOf: [] },
    speaksFor: organisationIds[0] ?? null,
  },
});
const thread = (audience: ThreadAudience, change: Partial<GuardedThread> = {}): GuardedThread => ({
  ...{ audience, organisationId: 'ours', begunBy: 'her', ...change },
});
const readable = (who: ThreadReader) => audiences.filter((audience) => mayReadThread(who, thread(audience)));

describe('rights on threads', () => {
  it('COM-1 nobody reads a thread who may not read its statement, be it their own', () => {
    const mine = (right: Right) =>
      audiences.filter((audience) => mayReadThread(reader(right), thread(audience, { begunBy: 'me' })));
    expect(mine('none')).toEqual([]);
    expect(readable(reader('none', { organisationIds: ['ours'], roles: ['coordinator'] }))).toEqual([]);
    expect(mine('read')).toEqual([...audiences]);
  });

  it('COM-2 audiences: all readers, those who act for the organisation, those who edit', () => {
    expect(readable(reader('read'))).toEqual(['readers']);
    expect(readable(reader('comment', { organisationIds: ['another'] }))).toEqual(['readers']);
    // Also who speaks for another one just now.
    expect(readable(reader('comment', { organisationIds: ['another', 'ours'] }))).toEqual([
      'readers',
      'organisation',
    ]);
    expect(readable(reader('edit'))).toEqual(['readers', 'penholders']);
    expect(readable(reader('manage', { roles: ['coordinator'] }))).toEqual(['readers', 'penholders']);
    expect(mayReadThread(reader('manage'), thread('organisation', { organisationId: null }))).toBe(false);
  });

  it('COM-4 the right to comment begins, replies and translates', () => {
    const deleted = { authorId: 'her', deletedAt: new Date() };
    expect((['read', 'comment', 'edit'] as const).map((right) => mayComment(reader(right)))).toEqual([
      false,
      true,
      true,
    ]);
    expect(mayTranslateComment(reader('read'), { ...deleted, deletedAt: null })).toBe(false);
    expect(mayTranslateComment(reader('comment'), { ...deleted, deletedAt: null })).toBe(true);
    expect(mayTranslateComment(reader('comment'), deleted)).toBe(false);
  });

  it('COM-5 one changes one’s own while one may comment, and takes it away as long as one reads', () => {
    const [mine, hers] = ['me', 'her'].map((authorId) => ({ authorId, deletedAt: null }));
    expect([mayEditComment(reader('comment'), mine!), mayEditComment(reader('manage'), hers!)]).toEqual([
      true,
      false,
    ]);
    expect(mayEditComment(reader('read'), mine!)).toBe(false);
    expect([mayDeleteComment(reader('read'), mine!), mayDeleteComment(reader('edit'), hers!)]).toEqual([
      true,
      false,
    ]);
    expect(mayDeleteComment(reader('manage'), hers!)).toBe(true);
    expect(mayDeleteComment(reader('manage'), { ...hers!, deletedAt: new Date() })).toBe(false);
  });

  it('COM-7 those who edit say what came of a thread, and who began it while they may comment', () => {
    const own = thread('readers', { begunBy: 'me' });
    expect(mayResolveThread(reader('comment'), thread('readers'))).toBe(false);
    expect(mayResolveThread(reader('edit'), thread('readers'))).toBe(true);
    expect([mayResolveThread(reader('comment'), own), mayResolveThread(reader('read'), own)]).toEqual([
      true,
      false,
    ]);
  });

  it('COM-8 coordinators, penholders, facilitators and who manages the text enter for others', () => {
    const entering = (['coordinator', 'penholder', 'facilitator', 'translator', 'observer'] as const).filter(
      (role) => mayEnterFor(reader('comment', { roles: [role] })),
    );
    expect(entering).toEqual(['coordinator', 'penholder', 'facilitator']);
    expect([mayEnterFor(reader('edit')), mayEnterFor(reader('manage'))]).toEqual([false, true]);
  });
});
