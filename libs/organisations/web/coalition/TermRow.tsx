import { ActionIcon, Button, CloseButton, TextInput } from '@mantine/core';
import { directionOf } from '@plenary/ground/kernel';
import { useFormat } from '@plenary/ground/web';
import { nameOfTerm, termLimits } from '@plenary/organisations/domain';
import { IconArrowNarrowUp } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { managing } from '../managing';
import own from './TermsField.module.css';

/** A term while it is worked on. */
export interface TermDraft {
  readonly id: number;
  /** Absent until it is saved. */
  readonly key?: string;
  readonly names: Readonly<Record<string, string>>;
}

interface Props {
  row: TermDraft;
  /** Of the coalition, the main one first. */
  languages: readonly string[];
  isOpen: boolean;
  onOpen: (open: boolean) => void;
  onRename: (names: TermDraft['names']) => void;
  /** Absent for the first. */
  onRaise: (() => void) | undefined;
  onRemove: () => void;
}

/** Its names on a line, and a field for each language once it is opened. */
export function TermRow({ row, languages, isOpen, onOpen, onRename, onRaise, onRemove }: Props) {
  const { t, i18n } = useTranslation(managing);
  const format = useFormat();
  const called = nameOfTerm({ key: '', names: row.names }, i18n.language, ...languages);
  const name = called || t('settings.term-new');
  const others = languages.filter((each) => row.names[each] && row.names[each] !== called);
  return (
    <li className={own.row}>
      <div className={own.line}>
        <span className={own.name}>
          <bdi>{name}</bdi>
          {others.length > 0 && (
            <span className={own.others}>
              {others.map((language, place) => (
                <span key={language}>
                  <bdi lang={language}>{row.names[language]}</bdi>
                  {place < others.length - 1 && ' ·'}
                </span>
              ))}
            </span>
          )}
        </span>
        <span className={own.acts}>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-label={t('settings.term-change-named', { name })}
            aria-expanded={isOpen}
            onClick={() => onOpen(!isOpen)}
          >
            {t('settings.term-change')}
          </Button>
          <ActionIcon aria-label={t('settings.term-up', { name })} disabled={!onRaise} onClick={onRaise}>
            <IconArrowNarrowUp size={18} aria-hidden />
          </ActionIcon>
          <CloseButton aria-label={t('settings.term-remove', { name })} onClick={onRemove} />
        </span>
      </div>
      {isOpen && (
        <div className={own.names}>
          {languages.map((language, place) => (
            <TextInput
              key={language}
              label={format.language(language)}
              value={row.names[language] ?? ''}
              onChange={(event) => onRename({ ...row.names, [language]: event.currentTarget.value })}
              maxLength={termLimits.nameLength}
              autoFocus={place === 0}
              lang={language}
              dir={directionOf(language)}
            />
          ))}
        </div>
      )}
    </li>
  );
}
