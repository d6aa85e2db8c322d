import { mayEnterFor } from '@plenary/comments/domain';
import { useMembership } from '@plenary/organisations/web';
import type { InThreads } from './in-threads';

/** Whether this person may enter what others said, by mail, by phone or on paper. */
export function useEntersFor({ right }: InThreads): boolean {
  const { data } = useMembership();
  return mayEnterFor({ standing: { coalitionRoles: data?.coalitionRoles ?? [] }, right });
}
