import {
  Answer,
  asApiError,
  currentImpersonation,
  devicePerson,
  useDocumentTitle,
} from '@plenary/ground/web';
import { useSignedInPerson } from '@plenary/identity/web';
import { useParams } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatement } from '../api/use-statement';
import { statementOnDevice } from '../editor/device-statements';
import { MissingStatement } from '../components/MissingStatement';
import { StatementRoom } from '../components/StatementRoom';
import classes from '../components/StatementRoom.module.css';
import { WaitingSheet } from '../components/WaitingSheet';

/** One statement: read, written together, saved truthfully. */
export function StatementPage() {
  const { t } = useTranslation('statements');
  const { id } = useParams({ strict: false });
  const statement = useStatement(id!);
  const personId = useSignedInPerson()?.id ?? devicePerson();
  // Without an answer the statement is what this device knows of it: the text beside it is the person's to write in.
  const kept = useMemo(
    () => (personId && !currentImpersonation() ? statementOnDevice(personId, id!) : null),
    [personId, id],
  );
  const data = statement.data ?? kept ?? undefined;
  useDocumentTitle(data?.title ?? t('one'));
  if (!data && asApiError(statement.error).status === 404)
    return <MissingStatement error={statement.error} />;
  return (
    <div className={classes.page}>
      <Answer query={{ ...statement, data }} outlivesRefusal waiting={<WaitingSheet />}>
        {(found) =>
          personId ? <StatementRoom key={found.id} statement={found} personId={personId} /> : null
        }
      </Answer>
    </div>
  );
}
