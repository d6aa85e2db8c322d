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
export function PeopleActions({ selection }: { selection: Selection<PersonView> }) {
  const { t } = useTranslation(managing);
  const [action, setAction] = useState<'give' | 'take' | 'write' | null>(null);
  const close = () => setAction(null);
  const done = () => {
    close();
    selection.clear();
  };
  return (
    <>
      <ChosenBar selection={selection as Selection<unknown>}>
        {(tooMany) => (
          <>
            <Button variant="default" disabled={tooMany} onClick={() => setAction('give')}>
              {t('roles.give')}
            </Button>
            <Button variant="default" disabled={tooMany} onClick={() => setAction('take')}>
              {t('roles.take')}
            </Button>
            {selection.rows.some((row) => row.awaited) && (
              <Button variant="default" disabled={tooMany} onClick={() => setAction('write')}>
                {t('write-again')}
              </Button>
            )}
          </>
        )}
      </ChosenBar>
      {action === 'write' && <WriteAgain rows={selection.rows} onClose={close} onDone={done} />}
      {(action === 'give' || action === 'take') && (
        <ChangeRoles give={action === 'give'} rows={selection.rows} onClose={close} onDone={done} />
      )}
    </>
  );
}
