import { CloseButton, Input, NativeSelect } from '@mantine/core';
import { useFormat } from '@plenary/ground/web';
import { languageCodes } from '@plenary/organisations/domain';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import classes from './Invite.module.css';

interface Props {
  label: string;
  description?: string;
  value: readonly string[];
  onChange: (languages: readonly string[]) => void;
  error?: string;
  /** The first has a meaning of its own. */
  hasMain?: boolean;
}

/** Languages by their names, in the order in which they were chosen. */
export function LanguagePicker({ label, description, value, onChange, error, hasMain = false }: Props) {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const heading = useId();
  return (
    <div role="group" aria-labelledby={heading}>
      <Input.Label id={heading} labelElement="div">
        {label}
      </Input.Label>
      {description && <Input.Description>{description}</Input.Description>}
      {value.length > 0 && (
        <ul className={classes.chips}>
          {value.map((tag, place) => (
            <li key={tag} className={classes.chip}>
              <span>
                {format.language(tag)}
                {hasMain && place === 0 && <span className={classes.aside}> · {t('languages.main')}</span>}
              </span>
              <CloseButton
                aria-label={t('languages.remove', { language: format.language(tag) })}
                onClick={() => onChange(value.filter((each) => each !== tag))}
              />
            </li>
          ))}
        </ul>
      )}
      <NativeSelect
        aria-label={t('languages.add')}
        value=""
        error={error}
        onChange={(event) => event.currentTarget.value && onChange([...value, event.currentTarget.value])}
        data={[
          { value: '', label: `${t('languages.add')} …` },
          ...languageCodes
            .filter((tag) => !value.includes(tag))
            .map((tag) => ({ value: tag, label: format.language(tag) }))
            .sort((one, other) => one.label.localeCompare(other.label, i18n.language)),
        ]}
      />
    </div>
  );
}
