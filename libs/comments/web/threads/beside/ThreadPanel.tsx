import { Button } from '@mantine/core';
import { Answer } from '@plenary/ground/web';
import type { InStatement } from '@plenary/statements/web';
import { IconMessagePlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { BeginThread } from '../components/BeginThread';
import { organisationsIn, type ChosenFilter } from '../components/filters';
import { mayComment } from '../components/Thread';
import { ThreadFilters } from '../components/ThreadFilters';
import { useBeside, type Beside } from './beside';
import { besideOf } from './thread-marks';
import classes from './ThreadPanel.module.css';
import { ThreadRows } from './ThreadRows';
import { UnsentThreads } from './UnsentThreads';
import { useMatching } from './use-matching';
import { useThreadsBeside } from './use-threads-beside';

interface Props extends InStatement {
  onGo?: () => void;
}

/** All threads of a statement, beside its text and in its order. */
export function ThreadPanel(props: Props) {
  const beside = besideOf(props.editor, props.statement);
  return <Panel {...props} beside={beside} />;
}

function Panel({ beside, onGo, ...at }: Props & { beside: Beside }) {
  const { statement, editor } = at;
  const { t } = useTranslation('comments-threads');
  const [filter, setFilter] = useState<ChosenFilter>({ show: 'open' });
  const { places, standing, paragraphs, outbox, unsent, begun } = useThreadsBeside(at, beside);
  const begins = useBeside(beside, (state) => state.begins);
  const chosen = useBeside(beside, (state) => state.chosen);
  const matching = useMatching(statement.id, filter, standing);
  // What is open stays in sight, whatever came of it.
  const shown = useMemo(() => {
    const ids = new Set(matching.map(({ thread }) => thread.id));
    return standing.filter(({ thread }) => ids.has(thread.id) || thread.id === chosen);
  }, [matching, standing, chosen]);
  const withThreads = new Set(standing.flatMap(({ paragraph }) => paragraph?.id ?? []));
  return (
    <section aria-label={t('panel')} className={classes.panel} data-needs-room>
      <div className={classes.tools}>
        {mayComment(statement) && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconMessagePlus size={16} stroke={1.75} aria-hidden />}
            onClick={() =>
              beside.begin({ kind: 'statement', paragraphId: null, anchor: null, quote: '' }, null)
            }
          >
            {t('comment.statement')}
          </Button>
        )}
        <Link to="/statements/$id/comments" params={{ id: statement.id }} className={classes.all}>
          {t('all')}
        </Link>
      </div>
      {begins && outbox && (
        <BeginThread
          key={JSON.stringify(begins.anchor) + begins.kind + begins.paragraphId}
          statement={statement}
          place={begins}
          label={paragraphs.find(({ id }) => id === begins.paragraphId)?.label ?? null}
          outbox={outbox}
          onEnd={(id) => (id === null ? beside.close() : beside.sent(id))}
        />
      )}
      {/* One's own words are there whatever is known of others'. */}
      <UnsentThreads statement={statement} comments={begun} outbox={outbox} />
      <Answer query={places} beside>
        {(all) => (
          <>
            {all.length > 0 && (
              <ThreadFilters
                size="xs"
                value={filter}
                onChange={setFilter}
                organisations={organisationsIn(all)}
                paragraphs={paragraphs.flatMap(({ id, label, words }) =>
                  withThreads.has(id) ? [{ id, name: [label, words].filter(Boolean).join(' ') }] : [],
                )}
              />
            )}
            {all.length === 0 && begun.length === 0 && !begins && (
              <p className={classes.none}>{mayComment(statement) ? t('none.next') : t('none')}</p>
            )}
            {all.length > 0 && shown.length === 0 && <p className={classes.none}>{t('none-found')}</p>}
            <ThreadRows {...{ statement, editor, beside, unsent, outbox, onGo }} threads={shown} />
          </>
        )}
      </Answer>
    </section>
  );
}
