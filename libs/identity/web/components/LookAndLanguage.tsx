import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import '@mantine/core/styles/FloatingIndicator.css';
import '@mantine/core/styles/SegmentedControl.css';
import { say } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { useUpdateMe } from '../api/use-update-me';
import classes from './Account.module.css';
import { LanguageSwitch } from './LanguageSwitch';

/** The language goes with the person to other devices; colours stay with this one, whose light they suit. */
export function LookAndLanguage() {
  const { t } = useTranslation();
  const update = useUpdateMe();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <div className={classes.pair}>
      <LanguageSwitch
        visibleLabel
        onChoose={(language) => update.mutate({ language }, { onSuccess: () => say(t('saved')) })}
      />
      <div>
        <span id="colours" className={classes.label}>
          {t('colours')}
        </span>
        <SegmentedControl
          fullWidth
          aria-labelledby="colours"
          value={colorScheme}
          onChange={(value) => setColorScheme(value as 'light' | 'dark' | 'auto')}
          data={(['light', 'dark', 'auto'] as const).map((value) => ({
            value,
            label: t(`colours.${value}`),
          }))}
        />
      </div>
    </div>
  );
}
