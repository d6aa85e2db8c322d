import { NativeSelect } from '@mantine/core';
import { interfaceLanguages, type InterfaceLanguage } from '@plenary/ground/kernel';
import { chooseLanguage } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import classes from './LanguageSwitch.module.css';

/** Each language by its own name, since whoever needs the switch may not read the present one. */
export const languageNames: Readonly<Record<InterfaceLanguage, string>> = {
  en: 'English',
  es: 'Español',
  fr: 'Français',
  ar: 'العربية',
};

interface Props {
  /** Shown above the control; without it the label is for screen readers only. */
  visibleLabel?: boolean;
  onChoose?: (language: InterfaceLanguage) => void;
}

export function LanguageSwitch({ visibleLabel = false, onChoose }: Props) {
  const { t, i18n } = useTranslation();
  return (
    <NativeSelect
      label={visibleLabel ? t('language') : undefined}
      aria-label={visibleLabel ? undefined : t('language')}
      classNames={{ input: classes.names }}
      value={i18n.language}
      data={interfaceLanguages.map((value) => ({ value, label: languageNames[value] }))}
      onChange={(event) => {
        const language = event.currentTarget.value as InterfaceLanguage;
        void chooseLanguage(language).then(() => onChoose?.(language));
      }}
    />
  );
}
