import { lineBreak, type Inline, type RichParagraph } from '@plenary/ground/text';
import { directionOf, directionOfWords } from '@plenary/ground/kernel';
import { useFormat } from '@plenary/ground/web';
import { wordsOf } from '@plenary/exchange/domain';
import { attributesFrom, numberParagraphs } from '@plenary/statements/domain';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './TextPreview.module.css';

/** Paragraphs that are drawn: nobody reads more of a preview, and a book would hold up the page. */
const shown = 300;

/** A text as it is going to stand, with its numbers. */
export function TextPreview({
  paragraphs,
  language,
}: {
  paragraphs: readonly RichParagraph[];
  language: string;
}) {
  const { t } = useTranslation('exchange');
  const format = useFormat();
  const all = useMemo(() => numbered(paragraphs), [paragraphs]);
  const rest = all.length - shown;
  return (
    <div className={classes.sheet} lang={language} dir={directionOf(language)} data-testid="preview">
      {all.slice(0, shown).map(({ style, level, indent, direction, label, sign, content }, at) => {
        const Tag = style === 'heading' ? (`h${level + 2}` as 'h3') : 'p';
        const runs = direction === 'auto' ? directionOfWords(wordsOf(content), language) : direction;
        return (
          <Tag
            key={at}
            dir={runs}
            className={classes.paragraph}
            data-style={style}
            style={{ marginInlineStart: `${indent * 1.5}em` }}
          >
            {/* Set apart within: by itself a number would turn its place around, too. */}
            {label && (
              <span className={classes.number}>
                <bdi>{label}</bdi>
              </span>
            )}
            {sign && <span className={classes.sign}>{sign}</span>}
            {content.map((each, place) => (
              <Piece key={place} inline={each} />
            ))}
          </Tag>
        );
      })}
      {rest > 0 && (
        <p className={classes.rest}>{t('import.more', { count: rest, number: format.number(rest) })}</p>
      )}
    </div>
  );
}

function Piece({ inline }: { inline: Inline }) {
  if ('embed' in inline) return <small className={classes.note}> [{inline.values['text']}] </small>;
  const { bold, italic, link } = inline.formats ?? {};
  // An address is shown and leads nowhere: nobody has looked at it yet.
  const words = inline.text.split(lineBreak).flatMap((line, at) => (at > 0 ? [<br key={at} />, line] : [line]));
  const leaning = italic ? <em>{words}</em> : words;
  const heavy = bold ? <strong>{leaning}</strong> : leaning;
  return typeof link === 'object' ? <u title={link['href']}>{heavy}</u> : heavy;
} // prettier-ignore

function numbered(paragraphs: readonly RichParagraph[]) {
  const all = paragraphs.map(({ attributes, content }) => ({
    ...{ ...attributesFrom(attributes), empty: false, content },
  }));
  return numberParagraphs(all).map(({ label, listNumber }, at) => {
    const each = all[at]!;
    const sign = listNumber !== null ? `${listNumber}.` : each.style === 'bullet' ? '•' : null;
    return { ...each, label, sign };
  });
}
