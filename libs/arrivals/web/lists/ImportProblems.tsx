import { DataTable, NarrowLine, Section, useFormat } from '@plenary/ground/web';
import type { ImportPreviewView } from '@plenary/arrivals/domain';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';

/** Every error by line, as the spreadsheet counts them; on a phone one below the other. */
export function ImportProblems({ preview }: { preview: ImportPreviewView }) {
  const { t } = useTranslation(managing);
  const format = useFormat();
  if (preview.problemCount === 0) return null;
  const rows = preview.problems.map((each, place) => ({ ...each, place }));
  const count = preview.problemCount;
  const said = t('import.problems', { count, number: format.number(count) });
  const hidden = count - rows.length;
  return (
    <Section title={said} note={t('import.problems.note')}>
      <DataTable
        caption={said}
        rows={rows}
        rowKey={({ place }) => String(place)}
        columns={[
          {
            key: 'line',
            title: t('import.line'),
            cell: ({ line, field, problem, value }) => (
              <>
                {format.number(line)}
                <NarrowLine>
                  {field && `${t(`import.field.${field}`)}: `}
                  {t(`import.problem.${problem}`)}
                </NarrowLine>
                {value && (
                  <NarrowLine>
                    <bdi>“{value}”</bdi>
                  </NarrowLine>
                )}
              </>
            ),
          },
          {
            key: 'field',
            title: t('import.column'),
            wideOnly: true,
            cell: ({ field }) => field && t(`import.field.${field}`),
          },
          {
            key: 'problem',
            title: t('import.problem'),
            wideOnly: true,
            cell: ({ problem }) => t(`import.problem.${problem}`),
          },
          {
            key: 'value',
            title: t('import.value'),
            wideOnly: true,
            cell: ({ value }) => <bdi>{value}</bdi>,
          },
        ]}
      />
      {hidden > 0 && <p>{t('import.problems.more', { count: hidden })}</p>}
    </Section>
  );
}
