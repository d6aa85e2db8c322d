import { Button } from '@mantine/core';
import { Answer, EmptyState, LoadMore, Page } from '@plenary/ground/web';
import { useGroups } from '@plenary/groups/web';
import { useStatement } from '@plenary/statements/web/parts';
import { IconPrinter } from '@tabler/icons-react';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ThreadAnswer } from '../api/use-thread';
import { usePlaces } from '../api/use-places';
import { useThreads } from '../api/use-threads';
import { threadAnchor } from '../beside/thread-address';
import { asAsked, organisationsIn, type ChosenFilter } from '../components/filters';
import type { InThreads } from '../components/in-threads';
import { Quote } from '../components/Quote';
import { Thread } from '../components/Thread';
import { ToSuggestion } from '../components/ToSuggestion';
import { ThreadFilters } from '../components/ThreadFilters';
import { useUnsent } from '../outbox/use-unsent';
import classes from './ThreadsPage.module.css';

/** All threads of a statement, the last changed first: to be read through, answered, printed. */
export function ThreadsPage() {
  const { t } = useTranslation('comments-threads');
  const { id } = useParams({ strict: false });
  const statement = useStatement(id!);
  return (
    <Page
      title={t('page.title')}
      width="reading"
      lead={statement.data && <bdi>{statement.data.title}</bdi>}
      above={
        <Link to="/statements/$id" params={{ id: id! }}>
          {t('page.back')}
        </Link>
      }
      actions={
        <Button
          variant="default"
          className={classes.print}
          leftSection={<IconPrinter size={16} stroke={1.75} aria-hidden />}
          onClick={() => print()}
        >
          {t('print')}
        </Button>
      }
    >
      <Answer query={statement}>{(found) => <Threads statement={found} />}</Answer>
    </Page>
  );
}

function Threads({ statement }: { statement: InThreads }) {
  const { t } = useTranslation('comments-threads');
  const navigate = useNavigate();
  const search = useSearch({ strict: false });
  const filter: ChosenFilter = { ...search, show: search.show ?? 'all' };
  const threads = useThreads(statement.id, asAsked(filter));
  const { data: places = [] } = usePlaces(statement.id);
  const { data: groups = [] } = useGroups();
  const { outbox, unsent } = useUnsent(statement.id);
  const paragraphs = new Map(
    places.flatMap(({ place }) => (place.paragraphId ? [[place.paragraphId, place.quote] as const] : [])),
  );
  return (
    <>
      <div className={classes.filters}>
        <ThreadFilters
          size="sm"
          value={filter}
          onChange={(chosen) =>
            void navigate({
              to: '/statements/$id/comments',
              params: { id: statement.id },
              search: { ...chosen, show: chosen.show === 'all' ? undefined : chosen.show },
              replace: true,
            })
          }
          organisations={organisationsIn(places)}
          groups={groups.map(({ id, name }) => ({ id, name }))}
          paragraphs={[...paragraphs].map(([id, quote]) => ({ id, name: shortened(quote) }))}
        />
      </div>
      <Answer query={threads}>
        {(found) =>
          found.length === 0 ? (
            <EmptyState title={places.length > 0 ? t('none-found') : t('none')}>
              {places.length === 0 && t('none.page')}
            </EmptyState>
          ) : (
            <ol className={classes.threads}>
              {found.map((thread) => (
                <li key={thread.id} className={classes.thread}>
                  <About statement={statement} thread={thread} />
                  <Thread statement={statement} thread={thread} unsent={unsent} outbox={outbox} />
                </li>
              ))}
            </ol>
          )
        }
      </Answer>
      <LoadMore query={threads} />
    </>
  );
}

/** What a thread is about; the way to it in the text. */
function About({ statement, thread }: { statement: InThreads; thread: ThreadAnswer }) {
  const { t } = useTranslation('comments-threads');
  return (
    <>
      <Quote place={thread.place} language={statement.language} />
      <ToSuggestion statementId={statement.id} place={thread.place} className={classes.open} />
      <Link
        to="/statements/$id"
        params={{ id: statement.id }}
        hash={threadAnchor(thread.id)}
        className={classes.open}
      >
        {thread.place.paragraphId === null ? t('page.open.statement') : t('show')}
      </Link>
    </>
  );
}

const longest = 50;
const shortened = (words: string) =>
  words.length > longest ? `${words.slice(0, longest).trimEnd()}…` : words || '–';
