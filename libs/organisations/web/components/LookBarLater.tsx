import { currentLook } from '@plenary/ground/web';
import { lazy, Suspense } from 'react';

const Bar = lazy(() => import('./LookBar').then(({ LookBar: it }) => ({ default: it })));

/** The bar of a look, loaded in tabs that look as somebody else alone. */
export function LookBar() {
  return (
    currentLook() && (
      <Suspense>
        <Bar />
      </Suspense>
    )
  );
}
