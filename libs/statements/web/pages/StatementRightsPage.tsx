import { Answer, Page, Section } from '@plenary/ground/web';
import { covers } from '@plenary/ground/kernel';
import type { StatementRightView } from '@plenary/statements/domain';
import { Link, useParams } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useStatement } from '../api/use-statement';
import { useStatementRights } from '../api/use-statement-rights';
import { GiveRight } from '../components/GiveRight';
import { RightsTable } from '../components/RightsTable';

/** Who can do what with a statement, and why. */
export function StatementRightsPage() {
  const { t } = useTranslation('statements');
  const { id } = useParams({ strict: false });
  const statement = useStatement(id!);
  const rights = useStatementRights(id!);
  const manages = statement.data !== undefined && covers(statement.data.right, 'manage');
  const table = (rows: readonly StatementRightView[] | null) => (
    <RightsTable statementId={id!} rows={rows} manages={manages} />
  );
  return (
    <Page
      title={t('rights.title')}
      lead={statement.data && <bdi>{statement.data.title}</bdi>}
      above={
        <Link to="/statements/$id" params={{ id: id! }}>
          {t('rights.back')}
        </Link>
      }
    >
      <Answer query={rights} waiting={table(null)}>
        {table}
      </Answer>
      {manages && (
        <Section title={t('rights.give')} note={t('rights.give.note')}>
          <GiveRight statementId={id!} />
        </Section>
      )}
    </Page>
  );
}
