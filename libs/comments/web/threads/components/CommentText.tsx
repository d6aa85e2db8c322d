import type { MentionView } from '@plenary/comments/domain';
import { directionOfWords } from '@plenary/ground/kernel';
import { useTranslation } from 'react-i18next';
import classes from './Comment.module.css';
import { piecesOf, spelled } from './mentions';

interface Props {
  text: string;
  mentions: readonly MentionView[];
  language: string;
}

/** Words of a comment as they were written: lines stay, mentions are drawn as names. */
export function CommentText({ text, mentions, language }: Props) {
  const { t } = useTranslation('comments-threads');
  return (
    <p className={classes.text} lang={language} dir={directionOfWords(spelled(text, mentions), language)}>
      {piecesOf(text, mentions).map((piece, place) =>
        typeof piece === 'string' ? (
          piece
        ) : (
          <bdi key={place} className={classes.mention}>
            @{piece.name ?? t(`mention.unnamed.${piece.kind}`)}
          </bdi>
        ),
      )}
    </p>
  );
}
