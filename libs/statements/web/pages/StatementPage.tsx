import { Answer, devicePerson, useDocumentTitle } from '@plenary/ground/web';
import { useSignedInPerson } from '@plenary/identity/web';
import { useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStatement } from '../api/use-statement';
import { StatementRoom } from '../components/StatementRoom';
import classes from '../components/StatementRoom.module.css';

/** One statement: read, written together, saved truthfully. */
export function StatementPage() {
  const { t } = useTranslation('statements');
  const { id } = useParams({ strict: false });
  const statement = useStatement(id!);
  const personId = useSignedInPerson()?.id ?? devicePerson();
  useDocumentTitle(statement.data?.title ?? t('one'));
  return (
    <div className={classes.page}>
      <Answer query={statement} outlivesRefusal>
        {(found) =>
          personId ? <StatementRoom key={found.id} statement={found} personId={personId} /> : null
        }
      </Answer>
    </div>
  );
}
