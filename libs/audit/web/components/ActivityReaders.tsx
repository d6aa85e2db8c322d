import { isCoordinator } from '@plenary/organisations/domain';
import { useMembership } from '@plenary/organisations/web';
import type { ReactNode } from 'react';

export { IconHistory as ActivityIcon } from '@tabler/icons-react';

/** For those who may read some of the activity (AUD-1); for others there is nothing to see. */
export function ActivityReaders({ children }: { children: ReactNode }) {
  const { data } = useMembership();
  const isFocal = data?.organisations.some(({ role }) => role === 'focal_point');
  return isFocal || isCoordinator(data) ? children : null;
}
