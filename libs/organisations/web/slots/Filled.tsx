import { Suspense, useContext, type ComponentType } from 'react';
import { OrganisationSlots, type Places } from './organisation-slots';

/** All that rooms above add in one place; while it is loaded there is nothing. */
export function Filled<Place extends keyof Places>({
  place,
  at,
}: {
  readonly place: Place;
  readonly at: Places[Place];
}) {
  return (
    <>
      {useContext(OrganisationSlots).map((filling) => {
        const Part = filling[place] as ComponentType<Places[Place]> | undefined;
        return (
          Part && (
            <Suspense key={filling.key}>
              <Part {...at} />
            </Suspense>
          )
        );
      })}
    </>
  );
}
