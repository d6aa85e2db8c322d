import type { Page } from '@plenary/ground/kernel';
import { apiFor, type Reads } from '@plenary/ground/web';
import type { GroupDetailView, GroupView } from '@plenary/groups/domain';

interface GroupPaths {
  '/api/groups': { get: Reads<Page<GroupView>, { mine?: 'true'; cursor?: string; limit?: number }> };
  '/api/groups/{id}': { get: Reads<GroupDetailView, never, { id: string }> };
}

export const api = apiFor<GroupPaths>();
