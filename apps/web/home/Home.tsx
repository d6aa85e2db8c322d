import { Late, WaitingPage } from '@plenary/ground/web';
import { lazy, Suspense } from 'react';

const Later = lazy(() => import('./HomePage').then(({ HomePage: it }) => ({ default: it })));

/**
 * Loaded by who is in, and not, as the other pages are, while the address is looked up: most people come to sign in.
 */
export function Home() {
  return (
    <Suspense
      fallback={
        <Late>
          <WaitingPage />
        </Late>
      }
    >
      <Later />
    </Suspense>
  );
}
