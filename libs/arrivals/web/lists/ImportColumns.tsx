import { NativeSelect } from '@mantine/core';
import { Section } from '@plenary/ground/web';
import { importFields, type ImportField, type ImportPreviewView } from '@plenary/arrivals/domain';
import { useTranslation } from 'react-i18next';
import classes from './Import.module.css';
import { managing } from '../managing';

interface Props {
  preview: ImportPreviewView;
  onChange: (mapping: Record<string, number>) => void;
}

/** The first lines as they were read, and which column is which. */
export function ImportColumns({ preview, onChange }: Props) {
  const { t } = useTranslation(managing);
  const fieldOf = (column: number) => importFields.find((field) => preview.mapping[field] === column) ?? '';
  const choose = (column: number, field: string) => {
    const kept = Object.entries(preview.mapping).filter(
      ([known, place]) => place !== column && known !== field,
    ) as [ImportField, number][];
    onChange(Object.fromEntries(field ? [...kept, [field, column]] : kept));
  };
  return (
    <Section title={t('import.columns')} note={t('import.columns.note')}>
      <div className={classes.scroll} tabIndex={0} role="region" aria-label={t('import.columns')}>
        <table className={classes.sample}>
          <thead>
            <tr>
              {preview.heads.map((head, column) => (
                <th key={column} scope="col">
                  <NativeSelect
                    size="xs"
                    label={<bdi>{head || '–'}</bdi>}
                    value={fieldOf(column)}
                    onChange={(event) => choose(column, event.currentTarget.value)}
                    data={[
                      { value: '', label: t('import.skip') },
                      ...importFields.map((value) => ({ value, label: t(`import.field.${value}`) })),
                    ]}
                  />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {preview.sample.map((cells, row) => (
              <tr key={row}>
                {preview.heads.map((_, column) => (
                  <td key={column}>
                    <bdi>{cells[column]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  );
}
