import { CloseButton, TextInput } from '@mantine/core';
import { useEffect, useId, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Picker.module.css';

export interface PickerOption {
  readonly value: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly note?: string | null | undefined;
}

interface Props {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  placeholder?: string;
  /** What fits the words searched for; the list is short because the search is good. */
  options: readonly PickerOption[];
  chosen: PickerOption | null;
  onSearch: (query: string) => void;
  /** Null when the choice is taken back. */
  onChoose: (option: PickerOption | null) => void;
  name?: string;
}

/** A combobox as WAI-ARIA has it: one types, the list narrows, arrows move, Enter takes, Escape leaves. */
export function Picker({
  label,
  description,
  error,
  placeholder,
  options,
  chosen,
  onSearch,
  onChoose,
  name,
}: Props) {
  const { t } = useTranslation();
  const list = useId();
  // Null while nothing is typed: the field then shows what was chosen.
  const [typed, setTyped] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const opened = typed !== null;

  useEffect(() => {
    if (typed === null) return;
    const timer = setTimeout(() => onSearch(typed.trim()), typed === '' ? 0 : 200);
    return () => clearTimeout(timer);
  }, [typed, onSearch]);
  useEffect(() => setAt(0), [options]);

  const close = () => setTyped(null);
  const choose = (option: PickerOption | undefined) => {
    if (!option) return;
    onChoose(option);
    close();
  };
  function onKey(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (opened) setAt((place) => (place + step + options.length) % Math.max(options.length, 1));
      else setTyped('');
    } else if (event.key === 'Enter' && opened) {
      event.preventDefault();
      choose(options[at]);
    } else if (event.key === 'Escape' && opened) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  }
  return (
    <div className={classes.picker}>
      <TextInput
        label={label}
        description={description}
        error={error}
        placeholder={placeholder ?? t('search')}
        value={typed ?? chosen?.label ?? ''}
        maxLength={100}
        autoComplete="off"
        role="combobox"
        aria-expanded={opened}
        aria-controls={opened ? list : undefined}
        aria-autocomplete="list"
        aria-activedescendant={opened && options[at] ? `${list}-${at}` : undefined}
        dir="auto"
        onChange={(event) => setTyped(event.currentTarget.value)}
        onClick={() => !opened && setTyped('')}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={close}
        onKeyDown={onKey}
        rightSection={
          chosen && <CloseButton aria-label={t('choice-clear', { label })} onClick={() => onChoose(null)} />
        }
      />
      {name && <input type="hidden" name={name} value={chosen?.value ?? ''} />}
      {opened && (
        <ul id={list} role="listbox" aria-label={t('choices')} className={classes.list}>
          {options.map((option, place) => (
            <li
              key={option.value}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === at}
              className={classes.option}
              ref={place === at ? (element) => element?.scrollIntoView?.({ block: 'nearest' }) : undefined}
              // Before the field loses the focus, which would close the list.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
            >
              <bdi>{option.label}</bdi>
              {option.note && <bdi className={classes.note}>{option.note}</bdi>}
            </li>
          ))}
          {options.length === 0 && (
            <li role="option" aria-selected={false} aria-disabled className={classes.none}>
              {t('search-none')}
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
