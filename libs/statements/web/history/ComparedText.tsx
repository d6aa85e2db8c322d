import type { AuthorView, ComparedParagraphView, PieceView } from '@plenary/statements/domain';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAuthorName } from './author-names';
import classes from './ComparedText.module.css';
import { Formatted, MomentText, type ShownParagraph } from './MomentText';
import { writingHistory } from './words';

interface Compared {
  readonly authors: readonly AuthorView[];
  readonly paragraphs: readonly ComparedParagraphView[];
}

interface Props {
  compared: Compared;
  label: string;
  language: string;
  address?: string | null;
  /** Shows what changed alone from the beginning. */
  changedOnly?: boolean;
  /** Said of paragraphs from which words were erased, by id. */
  gaps?: ReadonlyMap<string, string>;
  /** Offered for each changed paragraph that is there at the later moment. */
  onRestore?: (paragraphId: string) => void;
}

const isChanged = ({ state, moved }: ComparedParagraphView): boolean => state !== 'same' || moved;

/** A text with what changed in it marked: by line and colour, and in words for who does not see them. */
export function ComparedText({ compared, label, language, address, changedOnly, gaps, onRestore }: Props) {
  const { t } = useTranslation(writingHistory);
  const [narrowed, setNarrowed] = useState(changedOnly ?? false);
  const changed = compared.paragraphs.filter(isChanged);
  return (
    <>
      <div className={classes.tools}>
        <p className={classes.count} role="status">
          {changed.length === 0 ? t('history.none-changed') : t('history.changed', { count: changed.length })}
        </p>
        {changed.length > 0 && changed.length < compared.paragraphs.length && (
          <label className={classes.narrow}>
            <input
              type="checkbox"
              checked={narrowed}
              onChange={(event) => setNarrowed(event.currentTarget.checked)}
            />
            {t('history.changed-only')}
          </label>
        )}
      </div>
      {changed.length > 0 && <Legend />}
      <MomentText
        label={label}
        language={language}
        address={address ?? null}
        paragraphs={compared.paragraphs
          .filter((paragraph) => !narrowed || isChanged(paragraph))
          .map((paragraph) =>
            shown(
              paragraph,
              <>
                <Marked paragraph={paragraph} authors={compared.authors} gap={gaps?.get(paragraph.id)} />
                {onRestore && isChanged(paragraph) && paragraph.state !== 'removed' && (
                  <button type="button" className={classes.restore} onClick={() => onRestore(paragraph.id)}>
                    {t('history.restore.paragraph')}
                  </button>
                )}
              </>,
            ),
          )}
      />
    </>
  );
}

/** The earlier moment and the later one beside each other, paragraph by paragraph; on a phone one text. */
export function SideBySide({
  compared,
  label,
  language,
}: Omit<Props, 'address' | 'changedOnly' | 'onRestore'>) {
  const { t } = useTranslation(writingHistory);
  const rows = compared.paragraphs.filter(isChanged);
  const side = (which: 'before' | 'after', paragraph: ComparedParagraphView) => {
    const pieces = paragraph.pieces.filter(({ kind }) => !hiddenIn[which].includes(kind));
    const part = { ...paragraph, moved: which === 'after' && paragraph.moved, pieces };
    return (
      <MomentText
        label={`${label}: ${t(`history.${which}`)}`}
        language={language}
        paragraphs={
          pieces.length > 0
            ? [shown(part, <Marked paragraph={part} authors={compared.authors} />, which)]
            : []
        }
      />
    );
  };
  return (
    <div className={classes.beside}>
      <p className={classes.count} role="status">
        {rows.length === 0 ? t('history.none-changed') : t('history.changed', { count: rows.length })}
      </p>
      {rows.length > 0 && (
        <div className={classes.sides}>
          <h2 className={classes.sideName}>{t('history.before')}</h2>
          <h2 className={classes.sideName}>{t('history.after')}</h2>
          {rows.flatMap((paragraph) => [
            <div key={`${paragraph.id} before`} className={classes.side}>
              {side('before', paragraph)}
            </div>,
            <div key={`${paragraph.id} after`} className={classes.side}>
              {side('after', paragraph)}
            </div>,
          ])}
        </div>
      )}
    </div>
  );
}

const hiddenIn: Record<'before' | 'after', readonly PieceView['kind'][]> = {
  before: ['added', 'came'],
  after: ['removed', 'went'],
};

function shown(
  paragraph: ComparedParagraphView,
  content: ShownParagraph['content'],
  which = 'both',
): ShownParagraph {
  const { state, pieces, moved: _moved, restyled: _restyled, ...rest } = paragraph;
  const stays = pieces.filter(({ kind }) => kind !== 'removed' && kind !== 'went');
  return {
    ...rest,
    // Ids are for one place each.
    id: which === 'before' ? `before-${rest.id}` : rest.id,
    isGone: state === 'removed',
    isBlank: stays.every(({ text, note }) => note === null && text.trim() === ''),
    content,
  };
}

function Marked({
  paragraph,
  authors,
  gap,
}: {
  paragraph: ComparedParagraphView;
  authors: readonly AuthorView[];
  gap?: string | undefined;
}) {
  const { t } = useTranslation(writingHistory);
  const { state, moved, restyled, pieces } = paragraph;
  const said = [
    state === 'added' || state === 'removed' ? t(`history.paragraph.${state}`) : null,
    moved ? t('history.paragraph.moved') : null,
    restyled ? t('history.paragraph.restyled') : null,
    gap ?? null,
  ].filter((each) => each !== null);
  return (
    <>
      {said.length > 0 && (
        <span className={classes.said} data-state={state}>
          {said.join(' · ')}
        </span>
      )}
      {pieces.map((piece, place) => (
        <Piece key={place} piece={piece} author={piece.author === null ? null : authors[piece.author]!} />
      ))}
    </>
  );
}

function Piece({ piece, author }: { piece: PieceView; author: AuthorView | null }) {
  const { t } = useTranslation(writingHistory);
  const nameOf = useAuthorName();
  const { kind } = piece;
  if (kind === 'same') return <Formatted span={piece} />;
  const Tag = kind === 'removed' || kind === 'went' ? 'del' : kind === 'formatted' ? 'mark' : 'ins';
  const said = author ? t('history.mark.added-by', { author: nameOf(author) }) : t(`history.mark.${kind}`);
  return (
    <Tag className={classes.mark} data-kind={kind} title={said}>
      <span className={classes.unseen}> [{said}: </span>
      <Formatted span={piece} />
      <span className={classes.unseen}>] </span>
    </Tag>
  );
}

function Legend() {
  const { t } = useTranslation(writingHistory);
  return (
    <p className={classes.legend} aria-hidden>
      <ins className={classes.mark} data-kind="added">
        {t('history.mark.added')}
      </ins>
      <del className={classes.mark} data-kind="removed">
        {t('history.mark.removed')}
      </del>
      <ins className={classes.mark} data-kind="came">
        {t('history.mark.came')}
      </ins>
      <mark className={classes.mark} data-kind="formatted">
        {t('history.mark.formatted')}
      </mark>
    </p>
  );
}
