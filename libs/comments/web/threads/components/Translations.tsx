import type { CommentView } from '@plenary/comments/domain';
import { interfaceLanguages } from '@plenary/ground/kernel';
import { ErrorNotice, useFormat } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTranslateComment } from '../api/use-thread-acts';
import classes from './Comment.module.css';
import { CommentText } from './CommentText';
import { Composer } from './Composer';
import type { InThreads } from './in-threads';

/** What people made of a comment in other languages; that of the reader's is open. */
export function Translations({ comment }: { comment: CommentView }) {
  const { t, i18n } = useTranslation('comments-threads');
  const format = useFormat();
  const { translations, mentions } = comment;
  return translations.map(({ language, text, by }) => (
    <details key={language} className={classes.translation} open={language === i18n.language}>
      <summary>{t('translation', { language: format.language(language), name: by.name })}</summary>
      <CommentText text={text} mentions={mentions} language={language} />
    </details>
  ));
}

interface Props {
  statement: InThreads;
  comment: CommentView;
  onClose: () => void;
}

/** By a person, into one language; a later one takes the place of an earlier. */
export function Translate({ statement, comment, onClose }: Props) {
  const { t, i18n } = useTranslation('comments-threads');
  const translate = useTranslateComment(comment.id);
  const [into] = useState(() =>
    [i18n.language, statement.language, ...interfaceLanguages].find((tag) => tag !== comment.language)!,
  );
  const known = comment.translations.find(({ language }) => language === into);
  return (
    <>
      <Composer
        statement={statement}
        about={`translate-${comment.id}`}
        label={t('translate.label')}
        submit={t('common:save')}
        before={{ text: known?.text ?? '', mentions: comment.mentions, language: into }}
        autoFocus
        isPending={translate.isPending}
        onSend={({ text, language }) => translate.mutate({ text, language }, { onSuccess: onClose })}
        onCancel={onClose}
      />
      {translate.error && <ErrorNotice error={translate.error} />}
    </>
  );
}
