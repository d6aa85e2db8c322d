import { currentImpersonation } from '@plenary/ground/web';
import { useGroups } from '@plenary/groups/web';
import { isCoordinator } from '@plenary/organisations/domain';
import { useMembership } from '@plenary/organisations/web';
import { coalitionWorkers } from '@plenary/tasks/domain';
import { useMemo } from 'react';

export interface Board {
  /** Null for the coalition's own. */
  readonly groupId: string | null;
  /** Null for the coalition's own. */
  readonly name: string | null;
  readonly leads: boolean;
}

/** The boards to which the person may add tasks (TSK-2), the coalition's own last; none for who only looks in. */
export function useBoards(): readonly Board[] {
  const { data: membership } = useMembership();
  const { data: groups } = useGroups();
  return useMemo(() => {
    if (!membership || currentImpersonation()) return [];
    const leadsAll = isCoordinator(membership);
    const works = leadsAll || membership.coalitionRoles.some((role) => coalitionWorkers.includes(role));
    const ofGroups = (groups ?? [])
      .filter(({ myRole }) => leadsAll || myRole)
      .map(({ id, name, myRole }) => ({ groupId: id, name, leads: leadsAll || myRole === 'lead' }));
    return [...ofGroups, ...(works ? [{ groupId: null, name: null, leads: leadsAll }] : [])];
  }, [membership, groups]);
}
