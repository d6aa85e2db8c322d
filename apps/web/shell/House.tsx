import { devicePerson, loadLineSoon } from '@plenary/ground/web';
import { SessionGate } from '@plenary/identity/web';
import { BesideSignIn } from '@plenary/organisations/web';
import { lazy, Suspense, useEffect } from 'react';

const loadRooms = () => import('./Rooms').then(({ Rooms: it }) => ({ default: it }));
const Rooms = lazy(loadRooms);
const comesSoon = () => void loadRooms().catch(() => undefined);
// Who was signed in here is, most probably, still: the frame comes while the server is asked.
if (devicePerson()) comesSoon();

/** The sign-in page, and behind it the frame around all rooms; strangers do not load it. */
export function House() {
  // Who begins to fill in the form of the sign-in page will soon be in.
  useEffect(() => {
    loadLineSoon(comesSoon);
    addEventListener('focusin', comesSoon, { once: true });
    return () => removeEventListener('focusin', comesSoon);
  }, []);
  return (
    <SessionGate besideSignIn={<BesideSignIn />}>
      <Suspense>
        <Rooms />
      </Suspense>
    </SessionGate>
  );
}
