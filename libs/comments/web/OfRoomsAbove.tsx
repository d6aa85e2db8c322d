import { Suspense, useContext } from 'react';
import { SaidWork, type Said } from './said-work';

/** Among what can be done with a thread or a suggestion; whoever reads it does not wait for it. */
export function OfRoomsAbove(said: Said) {
  const Work = useContext(SaidWork);
  return (
    Work && (
      <Suspense>
        <Work {...said} />
      </Suspense>
    )
  );
}
