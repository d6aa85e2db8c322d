import { Button } from '@mantine/core';
import type { Selection } from '@plenary/ground/web/selection';
import type { PersonView } from '@plenary/organisations/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../../managing';
import { ChangeRoles } from './ChangeRoles';
import { ChosenBar } from './ChosenBar';

/** What coordinators do with several people at once. */
export function PeopleDeeds({ selection }: { selection: Selection<PersonView> }) {
  const { t } = useTranslation(managing);
  const [deed, setDeed] = useState<'give' | 'take' | null>(null);
  const close = () => setDeed(null);
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
          </>
        )}
      </ChosenBar>
      {deed !== null && (
        <ChangeRoles
          give={deed === 'give'}
          rows={selection.rows}
          onClose={close}
          onDone={() => {
            close();
            selection.clear();
          }}
        />
      )}
    </>
  );
}
