import { Button } from '@mantine/core';
import type { Selection } from '@plenary/ground/web/selection';
import type { PersonView } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../../managing';
import { ChangeRoles } from './ChangeRoles';
import { ChosenBar } from './ChosenBar';
import { WriteAgain } from './WriteAgain';

/** What coordinators do with several people at once. */
export function PeopleDeeds({ selection }: { selection: Selection<PersonView> }) {
  const { t } = useTranslation(managing);
  const [deed, setDeed] = useState<'give' | 'take' | 'write' | null>(null);
  const close = () => setDeed(null);
  const done = () => {
    close();
    selection.clear();
  };
  return (
    <>
      <ChosenBar selection={selection as Selection<unknown>}>
        {(tooMany) => (
          <>
            <Button variant="default" disabled={tooMany} onClick={() => setDeed('give')}>
              {t('roles.give')}
            </Button>
            <Button variant="default" disabled={tooMany} onClick={() => setDeed('take')}>
              {t('roles.take')}
            </Button>
            {selection.rows.some((row) => row.awaited) && (
              <Button variant="default" disabled={tooMany} onClick={() => setDeed('write')}>
                {t('write-again')}
              </Button>
            )}
          </>
        )}
      </ChosenBar>
      {deed === 'write' && <WriteAgain rows={selection.rows} onClose={close} onDone={done} />}
      {(deed === 'give' || deed === 'take') && (
        <ChangeRoles give={deed === 'give'} rows={selection.rows} onClose={close} onDone={done} />
      )}
    </>
  );
}
