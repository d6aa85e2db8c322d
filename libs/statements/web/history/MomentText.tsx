import { directionOf } from '@plenary/ground/kernel';
import {
  numberParagraphs,
  paragraphAnchor,
  type ParagraphAttributes,
  type SpanView,
} from '@plenary/statements/domain';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import '../editor/text.css';
import classes from './MomentText.module.css';
import { writingHistory } from './words';

export interface ShownParagraph extends ParagraphAttributes {
  readonly id: string;
  /** Not part of the text: it is shown, and not counted. */
  readonly isGone?: boolean;
  readonly isBlank: boolean;
  readonly content: ReactNode;
}

interface Props {
  label: string;
  language: string;
  paragraphs: readonly ShownParagraph[];
  /** Address of this moment, to which `#p-…` is added; null where paragraphs have none. */
  address?: string | null;
}

/** A text as it was, set as the statement is; nothing in it can be written. */
export function MomentText({ label, language, paragraphs, address = null }: Props) {
  const { t } = useTranslation(writingHistory);
  const counted = paragraphs.filter(({ isGone }) => !isGone);
  const numbers = numberParagraphs(counted.map((each) => ({ ...each, empty: each.isBlank })));
  const numberOf = new Map(counted.map(({ id }, place) => [id, numbers[place]!]));
  useGoToParagraph(paragraphs.length > 0);
  return (
    <div
      className={`statement-text ${classes.text}`}
      role="document"
      aria-label={label}
      lang={language}
      dir={directionOf(language)}
    >
      {paragraphs.map(({ id, isGone, isBlank: _, content, ...attributes }) => {
        const number = isGone ? undefined : numberOf.get(id);
        const name = number?.label ?? number?.cited;
        return [
          name && address !== null && (
            <a
              key={`${id} number`}
              className={`paragraph-number ${number?.label ? '' : 'of-item'}`}
              href={`${address}#${paragraphAnchor(id)}`}
              aria-label={t('history.link-to', { label: name })}
            >
              <bdi>{name}</bdi>
            </a>
          ),
          <Paragraph key={id} id={id} attributes={attributes} listNumber={number?.listNumber ?? null}>
            {content}
          </Paragraph>,
        ];
      })}
    </div>
  );
}

interface ParagraphProps {
  id: string;
  attributes: ParagraphAttributes;
  listNumber: number | null;
  children: ReactNode;
}

function Paragraph({ id, attributes, listNumber, children }: ParagraphProps) {
  const { style, kind, level, indent, direction } = attributes;
  const Tag = style === 'heading' ? (`h${level + 1}` as 'h2' | 'h3' | 'h4') : 'p';
  return (
    <Tag
      id={paragraphAnchor(id)}
      data-style={style}
      data-kind={kind}
      data-indent={indent}
      {...(listNumber === null ? {} : { 'data-number': listNumber })}
      {...(direction === 'auto' ? {} : { dir: direction })}
    >
      {children}
    </Tag>
  );
}

/** Whoever comes by the address of a paragraph finds it, once it is there. */
function useGoToParagraph(isThere: boolean): void {
  useEffect(() => {
    const id = globalThis.location.hash.slice(1);
    if (isThere && id) document.getElementById(id)?.scrollIntoView({ block: 'center' });
  }, [isThere]);
}

/** Characters with their formats. A line break within a paragraph is one here, too. */
export function Formatted({ span }: { span: SpanView }) {
  const { t } = useTranslation(writingHistory);
  if (span.note !== null) {
    return (
      <span className={classes.note}>
        <span aria-hidden>[</span>
        {t('history.source', { words: span.note })}
        <span aria-hidden>]</span>
      </span>
    );
  }
  const lines = span.text.split('\u2028');
  let content: ReactNode = lines.flatMap((line, place) =>
    place === 0 ? [line] : [<br key={place} />, line],
  );
  if (span.italic) content = <em>{content}</em>;
  if (span.bold) content = <strong>{content}</strong>;
  if (span.link === null) return <>{content}</>;
  return (
    <a href={span.link} rel="noopener noreferrer nofollow" target="_blank">
      {content}
    </a>
  );
}
