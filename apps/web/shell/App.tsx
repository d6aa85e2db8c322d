import { keptAnswers, makeQueryClient, Notices, PlenaryProvider } from '@plenary/ground/web';
import { PersistQueryClientProvider } from '@tanstack/react-query-persist-client';
import { RouterProvider } from '@tanstack/react-router';
import { router } from '../router';
import { Broken } from './Broken';
import { Fillings } from './Fillings';

const queries = makeQueryClient();

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
          <Fillings>
            <RouterProvider router={router} />
          </Fillings>
          <Notices />
        </PersistQueryClientProvider>
      </Broken>
    </PlenaryProvider>
  );
}
