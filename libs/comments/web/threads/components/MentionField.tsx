import { Textarea } from '@mantine/core';
import { commentLimits, type MentionView } from '@plenary/comments/domain';
import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useMentionable } from '../api/use-mentionable';
import classes from './MentionField.module.css';

interface Props {
  statementId: string;
  label: string;
  placeholder?: string;
  /** As it is typed: mentions by their names. */
  value: string;
  /** BCP 47; says how it runs. */
  language: string;
  dir: 'ltr' | 'rtl';
  isShort?: boolean;
  autoFocus?: boolean;
  onChange: (value: string) => void;
  onMention: (mention: MentionView) => void;
  /** Mod+Enter */
  onSubmit: () => void;
}

/** A name that is being typed behind an `@`, up to the caret. */
const beginning = /(?:^|[\s(«“"'])@([\p{L}\p{M}\p{N}.'’-]*(?: [\p{L}\p{M}\p{N}.'’-]*)?)$/u;

/** Words with mentions: behind an `@` the list of those who can be mentioned, as WAI-ARIA has it for a combobox. */
export function MentionField(props: Props) {
  const { statementId, label, value, onChange, onMention, onSubmit } = props;
  const { t } = useTranslation('comments-threads');
  const field = useRef<HTMLTextAreaElement>(null);
  /** Where it goes after a name was put in. */
  const caret = useRef<number | null>(null);
  const list = useId();
  const [query, setQuery] = useState<string | null>(null);
  const [at, setAt] = useState(0);
  const asked = useLater(query);
  const { data: options = [] } = useMentionable(statementId, asked);
  const isOpen = query !== null && asked !== null && (options.length > 0 || asked === query);
  useEffect(() => setAt(0), [options]);
  // With the words themselves: a frame later, the next key would have been typed already.
  useLayoutEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const look = () => {
    const { selectionStart, selectionEnd, value: typed } = field.current!;
    const found = selectionStart === selectionEnd ? beginning.exec(typed.slice(0, selectionStart)) : null;
    setQuery(found ? found[1]! : null);
  };
  const choose = (option: (typeof options)[number] | undefined) => {
    const { current } = field;
    if (!option || !current || query === null) return;
    const begin = current.selectionStart - query.length;
    const after = value.slice(current.selectionStart);
    const name = `${option.name}${/^\s/.test(after) ? '' : ' '}`;
    onMention(option);
    onChange(value.slice(0, begin) + name + after);
    setQuery(null);
    caret.current = begin + name.length;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // Keys of an input method are its own.
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      return onSubmit();
    }
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((place) => (place + step + options.length) % Math.max(options.length, 1));
    else if ((event.key === 'Enter' || event.key === 'Tab') && options[at]) choose(options[at]);
    else if (event.key === 'Escape') setQuery(null);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.field}>
      <Textarea
        ref={field}
        aria-label={label}
        placeholder={props.placeholder}
        value={value}
        lang={props.language}
        dir={props.dir}
        rows={props.isShort ? 1 : 3}
        autoFocus={props.autoFocus}
        maxLength={commentLimits.textLength}
        classNames={{ input: classes.input }}
        aria-autocomplete="list"
        aria-controls={isOpen ? list : undefined}
        aria-activedescendant={isOpen && options[at] ? `${list}-${at}` : undefined}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look();
        }}
        onSelect={look}
        onBlur={() => setQuery(null)}
        onKeyDown={onKeyDown}
      />
      {isOpen && (
        <ul id={list} role="listbox" aria-label={t('mention')} className={classes.list}>
          {options.map((option, place) => (
            <li
              key={`${option.kind} ${option.id}`}
              id={`${list}-${place}`}
              role="option"
              aria-selected={place === at}
              className={classes.option}
              // Before the field loses the focus, which would close the list.
              onMouseDown={(event) => {
                event.preventDefault();
                choose(option);
              }}
            >
              <bdi>{option.name}</bdi>
              <span className={classes.kind}>{t(`mention.${option.kind}`)}</span>
            </li>
          ))}
          {options.length === 0 && (
            <li role="option" aria-selected={false} aria-disabled className={classes.kind}>
              {t('mention.none')}
            </li>
          )}
        </ul>
      )}
      <span role="status" className={classes.said}>
        {isOpen && t('mention.found', { count: options.length })}
      </span>
    </div>
  );
}

/** A name is asked for once keys rest; that there is none, at once. Milliseconds. */
const rest = 150;

function useLater(query: string | null): string | null {
  const [later, setLater] = useState(query);
  useEffect(() => {
    if (query === null) return setLater(null);
    const timer = setTimeout(() => setLater(query), rest);
    return () => clearTimeout(timer);
  }, [query]);
  return later;
}
