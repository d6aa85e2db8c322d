import { CloseButton } from '@mantine/core';
import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../i18n/use-format';
import { Picker } from './Picker';
import classes from './Picker.module.css';

/** Languages in which people of such coalitions write; any other is found by its code. */
const likely =
  'en es fr ar pt it de nl ru uk tr fa ur hi bn pa ta te mr gu si ne my th vi km lo id ms tl zh ja ko sw am om ti so ha yo ig rw ln wo ff mg ht qu ay gn nah el ro pl cs sk sl sq sr hr bs bg mk hu he ku ckb ps prs dar az ka hy kk uz ky tg mn sv da nb fi et lv lt ca eu gl zu xh af sn ny bm ee tw kri'.split(
    ' ',
  );
const shown = 30;

interface Props {
  label: string;
  description?: ReactNode;
  error?: ReactNode;
  /** BCP 47 tags. */
  value: readonly string[];
  onChange: (tags: string[]) => void;
  /** Commas between the tags, for forms that read their fields. */
  name?: string;
  most?: number;
}

/** Languages by their names in the reader's language, with search; people need not know codes. */
export function LanguagePicker({ label, description, error, value, onChange, name, most = 20 }: Props) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const [query, setQuery] = useState('');
  const all = useMemo(() => optionsOf(format.language, i18n.language), [format, i18n.language]);
  const words = plain(query);
  const found = all.filter(
    (each) => !value.includes(each.value) && each.words.some((some) => some.includes(words)),
  );
  const asCode = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(query.trim()) ? tagOf(query.trim()) : null;
  const options =
    asCode && !value.includes(asCode) && found.every((each) => each.value !== asCode)
      ? [...found, { value: asCode, label: format.language(asCode), note: asCode }]
      : found;
  return (
    <div>
      <Picker
        label={label}
        description={description}
        error={error}
        placeholder={t('language-search')}
        options={options.slice(0, shown)}
        chosen={null}
        onSearch={setQuery}
        onChoose={(option) => option && value.length < most && onChange([...value, option.value])}
      />
      {name && <input type="hidden" name={name} value={value.join(',')} />}
      {value.length > 0 && (
        <ul className={classes.chosen} aria-label={label}>
          {value.map((tag) => (
            <li key={tag} className={classes.chip}>
              <bdi>{format.language(tag)}</bdi>
              <CloseButton
                size="sm"
                aria-label={t('language-remove', { name: format.language(tag) })}
                onClick={() => onChange(value.filter((each) => each !== tag))}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const plain = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().trim();

function tagOf(written: string): string | null {
  try {
    return Intl.getCanonicalLocales(written)[0] ?? null;
  } catch {
    return null; // no tag at all
  }
}

/** Found by its name in the reader's language, in English, and by the name it gives itself. */
function optionsOf(nameOf: (tag: string) => string, language: string) {
  const english = new Intl.DisplayNames('en', { type: 'language' });
  const collator = new Intl.Collator(language);
  return likely
    .map((value) => {
      const own = new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value;
      const label = nameOf(value);
      return {
        value,
        label,
        note: own === label ? null : own,
        words: [label, own, english.of(value) ?? '', value].map(plain),
      };
    })
    .filter(({ label, value }) => label !== value)
    .sort((one, other) => collator.compare(one.label, other.label));
}
