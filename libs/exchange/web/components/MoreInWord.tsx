import { Checkbox, NativeSelect } from '@mantine/core';
import '@mantine/core/styles/Checkbox.css';
import '@mantine/core/styles/InlineInput.css';
import { exportNames, type ExportNames } from '@plenary/exchange/domain';
import { useTranslation } from 'react-i18next';
import classes from './ExportStatement.module.css';

/** What is in a Word file besides the text. */
export interface MoreInFile {
  readonly suggestions: boolean;
  readonly comments: boolean;
  readonly names: ExportNames;
}

interface Props {
  more: MoreInFile;
  onMore: (more: MoreInFile) => void;
}

/** EXC-30 to EXC-33: suggestions and comments, and who is named; nothing and nobody unless it is chosen. */
export function MoreInWord({ more, onMore }: Props) {
  const { t } = useTranslation('exchange');
  const has = more.suggestions || more.comments;
  return (
    <fieldset className={classes.more}>
      <legend>{t('export.more')}</legend>
      <div className={classes.choices}>
        {(['suggestions', 'comments'] as const).map((each) => (
          <Checkbox
            key={each}
            label={t(`export.${each}`)}
            description={t(`export.${each}.hint`)}
            checked={more[each]}
            onChange={(event) => onMore({ ...more, [each]: event.currentTarget.checked })}
          />
        ))}
        {has && (
          <NativeSelect
            className={classes.names}
            label={t('export.names')}
            value={more.names}
            onChange={(event) => onMore({ ...more, names: event.currentTarget.value as ExportNames })}
            data={exportNames.map((value) => ({ value, label: t(`names.${value}`) }))}
          />
        )}
      </div>
    </fieldset>
  );
}
