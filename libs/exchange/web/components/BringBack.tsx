import type { StatementView } from '@plenary/statements/domain';
import { Navigate } from '@tanstack/react-router';

export { IconFileImport as BringBackIcon } from '@tabler/icons-react';

/** The page on which a Word file comes back. */
export function BringBack({ statement: { id } }: { statement: StatementView }) {
  return <Navigate to="/statements/$id/returned" params={{ id }} />;
}
