import { Checkbox } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import classes from '../components/forms.module.css';

interface Props {
  columns: readonly { readonly key: string; readonly title: string }[];
  chosen: readonly string[];
  onChoose: (keys: readonly string[]) => void;
}

/** Which columns a table shows; narrow screens show the name with what matters most under it. */
export function ColumnChoice({ columns, chosen, onChoose }: Props) {
  const { t } = useTranslation(managing);
  return (
    <details className={classes.columns}>
      <summary>{t('columns')}</summary>
      <div className={classes.choices}>
        {columns.map(({ key, title }) => (
          <Checkbox
            key={key}
            label={title}
            checked={chosen.includes(key)}
            onChange={(event) =>
              onChoose(
                columns
                  .map((each) => each.key)
                  .filter((each) => (each === key ? event.currentTarget.checked : chosen.includes(each))),
              )
            }
          />
        ))}
      </div>
    </details>
  );
}
