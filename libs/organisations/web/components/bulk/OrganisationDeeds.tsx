import { Button } from '@mantine/core';
import type { Selection } from '@plenary/ground/web/selection';
import { mayGo, type OrganisationView } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../../managing';
import { bulkStates, ChangeStates, type BulkState } from './ChangeStates';
import { ChosenBar } from './ChosenBar';
import { DownloadChosen } from './DownloadChosen';

/** What coordinators do with several organisations at once. */
export function OrganisationDeeds({ selection }: { selection: Selection<OrganisationView> }) {
  const { t } = useTranslation(managing);
  const [deed, setDeed] = useState<BulkState | 'download' | null>(null);
  const { rows, clear } = selection;
  const close = () => setDeed(null);
  const possible = bulkStates.filter((state) => rows.some((row) => mayGo(row.state, state)));
  return (
    <>
      <ChosenBar selection={selection as Selection<unknown>}>
        {(tooMany) => (
          <>
            {possible.map((state) => (
              <Button key={state} variant="default" disabled={tooMany} onClick={() => setDeed(state)}>
                {t(`bulk.${state}`)}
              </Button>
            ))}
            <Button variant="default" disabled={tooMany} onClick={() => setDeed('download')}>
              {t('bulk.download')}
            </Button>
          </>
        )}
      </ChosenBar>
      {deed === 'download' && <DownloadChosen rows={rows} onClose={close} />}
      {deed !== null && deed !== 'download' && (
        <ChangeStates
          state={deed}
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
