import { covers, type Right } from '@plenary/ground/kernel';
import type { CoalitionRole, Standing } from '@plenary/organisations/domain';
import type { ThreadAudience } from './vocabulary.js';

/** Somebody before the threads of one statement: what they may do with the text, and what they are. */
export interface ThreadReader {
  readonly standing: Standing;
  /** What they may do with the statement now. */
  readonly right: Right;
}

/** As much of a thread as rights follow from. */
export interface GuardedThread {
  readonly audience: ThreadAudience;
  /** The organisation for which it was begun. */
  readonly organisationId: string | null;
  readonly begunBy: string;
}

export interface GuardedComment {
  readonly authorId: string;
  readonly deletedAt: Date | null;
}

/** Who enters what came by mail, by phone or on paper, whatever they may do with a text besides (COM-8). */
const enteringRoles: readonly CoalitionRole[] = ['coordinator', 'penholder', 'facilitator'];

/** COM-1, COM-2: nobody reads a thread who may not read its statement. */
export function mayReadThread({ standing, right }: ThreadReader, thread: GuardedThread): boolean {
  if (!covers(right, 'read')) return false;
  if (thread.begunBy === standing.personId) return true;
  switch (thread.audience) {
    case 'readers':
      return true;
    case 'organisation':
      return thread.organisationId !== null && standing.organisationIds.includes(thread.organisationId);
    case 'penholders':
      return covers(right, 'edit');
  }
}

/** COM-4: begins, replies, translates. */
export const mayComment = ({ right }: ThreadReader): boolean => covers(right, 'comment');

/** COM-5: one's own words, as long as one may comment. */
export const mayEditComment = (reader: ThreadReader, { authorId, deletedAt }: GuardedComment): boolean =>
  mayComment(reader) && deletedAt === null && authorId === reader.standing.personId;

/** COM-5: one's own, also without the right to comment any more; others' by who manages the statement. */
export const mayDeleteComment = (
  { standing, right }: ThreadReader,
  { authorId, deletedAt }: GuardedComment,
): boolean => deletedAt === null && (authorId === standing.personId || covers(right, 'manage'));

/** COM-4 */
export const mayTranslateComment = (reader: ThreadReader, { deletedAt }: GuardedComment): boolean =>
  mayComment(reader) && deletedAt === null;

/** COM-7: who may edit the statement, and who began the thread and may still comment. */
export const mayResolveThread = (reader: ThreadReader, { begunBy }: GuardedThread): boolean =>
  covers(reader.right, 'edit') || (mayComment(reader) && begunBy === reader.standing.personId);

/** COM-8 */
export const mayEnterFor = ({
  standing,
  right,
}: {
  readonly standing: Pick<Standing, 'coalitionRoles'>;
  readonly right: Right;
}): boolean =>
  covers(right, 'manage') || standing.coalitionRoles.some((role) => enteringRoles.includes(role));
