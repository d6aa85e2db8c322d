import { withWords, type components } from '@plenary/ground/web';
import { useStatement } from '@plenary/statements/web/parts';
import { lazyRouteComponent } from '@tanstack/react-router';
import { Suspense } from 'react';

/** Loaded once somebody makes one. */
const AddTask = lazyRouteComponent(
  withWords(['tasks'], () => import('../components/AddTask')),
  'AddTask',
);

export interface MadeFrom {
  readonly about: components['schemas']['AboutDto'];
  readonly statementId: string;
  /** Words it is about, as they stand there now. */
  readonly quote: string;
}

interface Props extends MadeFrom {
  onClose: () => void;
}

/** Makes a task of something that was written or said; the board of the statement's group is chosen already. */
export function MakeTask({ about, statementId, quote, onClose }: Props) {
  const { data: statement } = useStatement(statementId);
  if (!statement) return null;
  return (
    <Suspense>
      <AddTask
        about={about}
        quote={{ words: quote, language: statement.language }}
        groupId={statement.owner.groupId}
        opened
        onClose={onClose}
      />
    </Suspense>
  );
}
