import { Button } from '@mantine/core';
import { Dialog } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { useTranslation } from 'react-i18next';
import { BeginThread } from '../components/BeginThread';
import { mayComment } from '../components/Thread';
import { useBeside, type Beside } from './beside';
import { besideOf } from './thread-marks';
import classes from './ThreadPanel.module.css';
import { ThreadRows } from './ThreadRows';
import { UnsentThreads } from './UnsentThreads';
import { useThreadsBeside } from './use-threads-beside';

interface Props extends InStatement {
  onClose: () => void;
}

/** Where there is no side beside the text: the threads of one paragraph, or one thread, or a new one, as a sheet. */
export function ThreadSheet(props: Props) {
  const beside = besideOf(props.editor, props.statement);
  return <Sheet {...props} beside={beside} />;
}

function Sheet({ beside, onClose, ...at }: Props & { beside: Beside }) {
  const { statement, editor } = at;
  const { t } = useTranslation('comments-threads');
  const { begins, chosen, paragraph } = useBeside(beside, (state) => state);
  const { standing, paragraphs, outbox, unsent, begun } = useThreadsBeside(at, beside);
  const shown = standing.filter(({ thread, paragraph: its }) =>
    paragraph ? its?.id === paragraph && (!thread.isResolved || thread.id === chosen) : thread.id === chosen,
  );
  const about = paragraphs.find(({ id }) => id === (begins?.paragraphId ?? paragraph));
  const here = begun.filter((each) => paragraph && each.begins?.paragraphId === paragraph);
  return (
    <Dialog
      title={about?.label ? t('sheet', { label: isolated(about.label) }) : t('panel')}
      opened
      onClose={onClose}
    >
      {begins && outbox ? (
        <BeginThread
          statement={statement}
          place={begins}
          label={about?.label ?? null}
          outbox={outbox}
          onEnd={(id) => {
            if (id !== null) beside.sent(id);
            onClose();
          }}
        />
      ) : (
        <div className={classes.panel}>
          <UnsentThreads statement={statement} comments={here} outbox={outbox} />
          <ThreadRows {...{ statement, editor, beside, unsent, outbox }} onGo={onClose} threads={shown} />
          {about && mayComment(statement) && (
            <Button
              variant="default"
              onClick={() =>
                beside.begin(
                  { kind: 'paragraph', paragraphId: about.id, anchor: null, quote: about.words },
                  null,
                )
              }
            >
              {t('comment.paragraph')}
            </Button>
          )}
        </div>
      )}
    </Dialog>
  );
}

/** "¶3" reads so in right-to-left pages, too. */
const isolated = (label: string): string => `\u2066${label}\u2069`;
