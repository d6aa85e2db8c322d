import { directionOfWords } from '@plenary/ground/kernel';
import type { LayerPart } from '@plenary/ground/text';
import { useFormat } from '@plenary/ground/web';
import { useTranslation } from 'react-i18next';
import { saidOf, type Said } from '../editor/reading';
import classes from './SuggestionsPanel.module.css';

/** So many parts are shown, and so many characters of each. */
const [most, longest] = [4, 160];

/** What a suggestion does, in short: words that go and come, and the rest in a sentence. */
export function Diff({ parts, language }: { parts: readonly LayerPart[]; language: string }) {
  const { t } = useTranslation('comments-suggestions');
  const format = useFormat();
  const all = saidOf(parts);
  return (
    <ul className={classes.diff} lang={language}>
      {all.slice(0, most).map((said, at) => (
        <li key={at} dir={directionOfChange(said, language)} data-state={said.state}>
          <One said={said} />
          {said.state !== 'open' && <span className={classes.lost}> {t(`state.part.${said.state}`)}</span>}
        </li>
      ))}
      {all.length > most && (
        <li className={classes.quiet}>{t('part.more', { number: format.number(all.length - most) })}</li>
      )}
    </ul>
  );
}

function One({ said }: { said: Said }) {
  const { t, i18n } = useTranslation('comments-suggestions');
  const { out, into, key, value, kind } = said;
  const known =
    key && i18n.exists(`comments-suggestions:${key}`) ? key : kind === 'attribute' ? 'part.attribute' : null;
  const named = kind === 'attribute' ? valueName(i18n, key, value) : '';
  return (
    <>
      {known && (
        <span className={classes.quiet}>
          {t(known)}
          {named && <>: {named}</>}{' '}
        </span>
      )}
      <Change out={out} into={into} />
    </>
  );
}

/** As its words run, whatever a reader hears before them; without words it is a sentence of the page. */
export const directionOfChange = ({ out, into }: Pick<Said, 'out' | 'into'>, language: string) =>
  out + into === '' ? undefined : directionOfWords(into || out, language);

/** Words that go, and words that come in their place. */
export function Change({ out, into }: { out: string; into: string }) {
  const { t } = useTranslation('comments-suggestions');
  return (
    <>
      {out && (
        <del>
          <span className={classes.hidden}>{t('mark.deleted')} </span>
          {shortened(out)}
        </del>
      )}
      {out && into && ' '}
      {into && (
        <ins>
          <span className={classes.hidden}>{t('mark.inserted')} </span>
          {shortened(into)}
        </ins>
      )}
    </>
  );
}

/** As the tools for writing call it. */
function valueName(
  i18n: { exists(key: string): boolean; t(key: string): string },
  key: string | null,
  value: string,
) {
  const name = key?.split('.').at(-1);
  const asked = `statements-writing:${name}.${value}`;
  return i18n.exists(asked) ? i18n.t(asked) : '';
}

const shortened = (words: string): string => {
  const plain = words.replaceAll('\ufffc', '*').replaceAll('\u2028', ' ');
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
};
