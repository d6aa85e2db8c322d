import { DataTable, Section, useFormat } from '@plenary/ground/web';
import type { ImportPreviewView } from '@plenary/organisations/domain';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';

/** Every error by line, as the spreadsheet counts them. */
export function ImportProblems({ preview }: { preview: ImportPreviewView }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  const rows = preview.problems.map((each, place) => ({ ...each, place }));
  const count = preview.problemCount;
  return (
    <Section
      title={t('import.problems', { count, number: format.number(count) })}
      note={t('import.problems.note')}
    >
      <DataTable
        caption={t('import.problems', { count, number: format.number(count) })}
        rows={rows}
        rowKey={({ place }) => String(place)}
        columns={[
          { key: 'line', title: t('import.line'), cell: ({ line }) => format.number(line) },
          {
            key: 'field',
            title: t('import.column'),
            cell: ({ field }) => field && t(`import.field.${field}`),
          },
          {
            key: 'problem',
            title: t('import.problem'),
            cell: ({ problem }) => t(`import.problem.${problem}`),
          },
          { key: 'value', title: t('import.value'), cell: ({ value }) => <bdi>{value}</bdi> },
        ]}
      />
    </Section>
  );
}
