import { Button } from '@mantine/core';
import type { Selection } from '@plenary/ground/web/selection';
import { mayGo, type OrganisationView } from '@plenary/organisations/domain';
import { Suspense, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../../managing';
import { OrganisationSlots } from '../../slots/organisation-slots';
import { bulkStates, ChangeStates, type BulkState } from './ChangeStates';
import { ChosenBar } from './ChosenBar';

/** What coordinators do with several organisations at once. */
export function OrganisationActions({ selection }: { selection: Selection<OrganisationView> }) {
  const { t, i18n } = useTranslation(managing);
  const [action, setAction] = useState<{ state: BulkState } | { filling: string } | null>(null);
  const { rows, clear } = selection;
  const close = () => setAction(null);
  const possible = bulkStates.filter((state) => rows.some((row) => mayGo(row.state, state)));
  const others = useContext(OrganisationSlots).flatMap(({ key, WithChosen }) =>
    WithChosen ? [{ key, ...WithChosen }] : [],
  );
  return (
    <>
      <ChosenBar selection={selection as Selection<unknown>}>
        {(tooMany) => (
          <>
            {possible.map((state) => (
              <Button key={state} variant="default" disabled={tooMany} onClick={() => setAction({ state })}>
                {t(`bulk.${state}`)}
              </Button>
            ))}
            {others.map(({ key, title }) => (
              <Button
                key={key}
                variant="default"
                disabled={tooMany}
                onClick={() => setAction({ filling: key })}
              >
                {i18n.t(title)}
              </Button>
            ))}
          </>
        )}
      </ChosenBar>
      {others.map(
        ({ key, Dialog }) =>
          action !== null &&
          'filling' in action &&
          action.filling === key && (
            <Suspense key={key}>
              <Dialog rows={rows} onClose={close} />
            </Suspense>
          ),
      )}
      {action !== null && 'state' in action && (
        <ChangeStates
          state={action.state}
          rows={rows}
          onClose={close}
          onDone={() => {
            close();
            clear();
          }}
        />
      )}
    </>
  );
}
