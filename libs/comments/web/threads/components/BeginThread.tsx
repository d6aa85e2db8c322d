import type { ThreadAudience } from '@plenary/comments/domain';
import { newId } from '@plenary/ground/kernel';
import { devicePerson } from '@plenary/ground/web';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BegunPlace } from '../beside/beside';
import type { CommentOutbox } from '../outbox/comment-outbox';
import { AudienceChoice } from './Audience';
import { Composer } from './Composer';
import type { InThreads } from './in-threads';
import { Quote } from './Quote';
import classes from './Thread.module.css';
import { useEntersFor } from './use-enters-for';

interface Props {
  statement: InThreads;
  place: BegunPlace;
  label: string | null;
  outbox: CommentOutbox;
  /** Answers with the id of the thread, or nothing when it was left. */
  onEnd: (id: string | null) => void;
}

/** The first comment of a thread, and who is going to read it. */
export function BeginThread({ statement, place, label, outbox, onEnd }: Props) {
  const { t } = useTranslation('comments-threads');
  const [audience, setAudience] = useState<ThreadAudience>('readers');
  const entersFor = useEntersFor(statement);
  return (
    <section className={classes.begins} aria-label={t(`begin.${place.kind}`)}>
      <h3 className={classes.title}>{t(`begin.${place.kind}`)}</h3>
      <Quote place={place} language={statement.language} label={label} />
      <Composer
        statement={statement}
        about={`begin-${place.suggestionId ?? statement.id}`}
        label={t('comment.label')}
        submit={t('comment.send')}
        entersFor={entersFor}
        autoFocus
        onSend={(written) => {
          const id = newId();
          void outbox.add({
            ...written,
            ...{ id, threadId: id, statementId: statement.id, statementTitle: statement.title },
            ...{ personId: devicePerson() ?? '', at: Date.now(), refusal: null },
            begins: { ...place, audience },
          });
          onEnd(id);
        }}
        onCancel={() => onEnd(null)}
      >
        <AudienceChoice value={audience} onChange={setAudience} />
      </Composer>
    </section>
  );
}
