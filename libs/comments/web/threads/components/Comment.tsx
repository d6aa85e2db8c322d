import { Button } from '@mantine/core';
import type { CommentView } from '@plenary/comments/domain';
import { Dialog, ErrorNotice, PersonMark, useFormat } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteComment, useEditComment } from '../api/use-thread-acts';
import classes from './Comment.module.css';
import { CommentText } from './CommentText';
import { Composer } from './Composer';
import type { InThreads } from './in-threads';
import { Translate, Translations } from './Translations';

interface Props {
  statement: InThreads;
  comment: CommentView;
}

/** One comment of a thread: who, when, in which words; and what may be done with it. */
export function Comment({ statement, comment }: Props) {
  const { t } = useTranslation('comments-threads');
  const [open, setOpen] = useState<'edit' | 'translate' | 'delete' | null>(null);
  const close = () => setOpen(null);
  const { author, may, deletedAt } = comment;
  return (
    <li className={classes.comment} data-unread={comment.isUnread ? comment.createdAt : undefined}>
      <PersonMark name={comment.enteredFor?.name ?? author.name} colour={author.colour} size={24} />
      <div className={classes.inside}>
        <Head comment={comment} />
        {deletedAt ? (
          <Deleted comment={comment} />
        ) : open === 'edit' ? (
          <Edit statement={statement} comment={comment} onClose={close} />
        ) : (
          <CommentText {...comment} />
        )}
        {!deletedAt && <Translations comment={comment} />}
        {open === 'translate' && <Translate statement={statement} comment={comment} onClose={close} />}
        {open === null && !deletedAt && (may.edit || may.delete || may.translate) && (
          <div className={classes.acts}>
            {may.edit && <Act name={t('edit')} run={() => setOpen('edit')} />}
            {may.translate && <Act name={t('translate')} run={() => setOpen('translate')} />}
            {may.delete && <Act name={t('delete')} run={() => setOpen('delete')} />}
          </div>
        )}
      </div>
      <Delete comment={comment} opened={open === 'delete'} onClose={close} />
    </li>
  );
}

function Act({ name, run }: { name: string; run: () => void }) {
  return (
    <button type="button" className={classes.act} onClick={run}>
      {name}
    </button>
  );
}

/** Whose words these are; where somebody entered them, whose they are comes first. */
function Head({ comment: { author, enteredFor, createdAt, editedAt, isUnread } }: { comment: CommentView }) {
  const { t } = useTranslation('comments-threads');
  const format = useFormat();
  const { organisation } = author;
  return (
    <div className={classes.head}>
      {isUnread && <span className={classes.unread}>{t('unread.one')}</span>}
      <bdi className={classes.name}>{enteredFor ? enteredFor.name : author.name}</bdi>
      <Organisation of={enteredFor ? enteredFor.organisation : organisation} />
      <time dateTime={createdAt} title={format.moment(createdAt)} className={classes.quiet}>
        {format.ago(createdAt)}
      </time>
      {editedAt && (
        <span className={classes.quiet} title={format.moment(editedAt)}>
          {t('edited')}
        </span>
      )}
      {enteredFor && (
        <span className={classes.entered}>
          {t('entered.by', {
            name: author.name,
            source: t(`source.${enteredFor.source}`, { file: enteredFor.file ?? '' }),
          })}
        </span>
      )}
    </div>
  );
}

function Organisation({ of }: { of: CommentView['author']['organisation'] }) {
  return (
    of && (
      <bdi className={classes.organisation} title={of.name}>
        {of.acronym ?? of.name}
      </bdi>
    )
  );
}

function Deleted({ comment: { deletedBy, deletedAt } }: { comment: CommentView }) {
  const { t } = useTranslation('comments-threads');
  const format = useFormat();
  const when = format.ago(deletedAt!);
  return (
    <p className={classes.deleted}>
      {deletedBy ? t('deleted.by', { name: deletedBy.name, when }) : t('deleted', { when })}
    </p>
  );
}

function Edit({ statement, comment, onClose }: Props & { onClose: () => void }) {
  const { t } = useTranslation('comments-threads');
  const edit = useEditComment(comment.id);
  return (
    <>
      <Composer
        statement={statement}
        about={`edit-${comment.id}`}
        label={t('edit.label')}
        submit={t('common:save')}
        before={comment}
        autoFocus
        isPending={edit.isPending}
        onSend={({ text, language }) => edit.mutate({ text, language }, { onSuccess: onClose })}
        onCancel={onClose}
      />
      {edit.error && <ErrorNotice error={edit.error} />}
    </>
  );
}

function Delete({
  comment,
  opened,
  onClose,
}: {
  comment: CommentView;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('comments-threads');
  const remove = useDeleteComment(comment.id);
  return (
    <Dialog
      title={t('delete.title')}
      opened={opened}
      onClose={onClose}
      actions={
        <>
          <Button variant="default" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() => remove.mutate(undefined, { onSuccess: onClose })}
          >
            {t('delete.do')}
          </Button>
        </>
      }
    >
      <p className={classes.text}>{t('delete.text')}</p>
      {remove.error && <ErrorNotice error={remove.error} />}
    </Dialog>
  );
}
