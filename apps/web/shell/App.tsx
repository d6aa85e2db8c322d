import { keptAnswers, makeQueryClient, Notices, PlenaryProvider } from '@plenary/ground/web';
import { DoorSign, LetterNote } from '@plenary/identity/web';
import { CoalitionSign, LettersKept } from '@plenary/organisations/web';
import { StatementSlots } from '@plenary/statements/web';
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { RouterProvider } from '@tanstack/react-router';
import { Suspense } from 'react';
import { router } from '../router';
import { statementFillings } from '../statement-fillings';
import { Broken } from './Broken';

const queries = makeQueryClient();
const sign = <CoalitionSign />;
const letterNote = (
  <Suspense>
    <LettersKept />
  </Suspense>
);

export function App() {
  return (
    <PlenaryProvider>
      <Broken>
        <PersistQueryClientProvider
          client={queries}
          persistOptions={keptAnswers}
          // What the device kept is shown at once and asked for anew: a session that ended is noticed at opening.
          onSuccess={() => void queries.invalidateQueries()}
        >
          <DoorSign.Provider value={sign}>
            <LetterNote.Provider value={letterNote}>
              <StatementSlots.Provider value={statementFillings}>
                <RouterProvider router={router} />
              </StatementSlots.Provider>
            </LetterNote.Provider>
          </DoorSign.Provider>
          <Notices />
        </PersistQueryClientProvider>
      </Broken>
    </PlenaryProvider>
  );
}
