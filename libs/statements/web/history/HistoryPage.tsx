import { Button } from '@mantine/core';
import { Answer, Dialog, Page } from '@plenary/ground/web';
import type { HistoryView as HistoryAnswer, StatementView } from '@plenary/statements/domain';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStatement } from '../api/use-statement';
import { AuthorsView } from './AuthorsView';
import { CompareView } from './CompareView';
import classes from './HistoryPage.module.css';
import { historyViews, type HistorySearch, type HistoryView } from './history-search';
import { OpenTo } from './OpenTo';
import { StepsView } from './StepsView';
import { StretchList } from './StretchList';
import { UnreadChanges } from './UnreadChanges';
import { useHistory } from './use-history';
import { writingHistory } from './words';

/** How a statement came about: step by step, between two moments, by hand, and since one last read it. */
export function HistoryPage() {
  const { t } = useTranslation(writingHistory);
  const { id } = useParams({ strict: false });
  const statement = useStatement(id!);
  const history = useHistory(id!);
  return (
    <Page
      title={t('history.title')}
      lead={statement.data && <bdi lang={statement.data.language}>{statement.data.title}</bdi>}
      above={
        <Link to="/statements/$id" params={{ id: id! }}>
          {t('rights.back')}
        </Link>
      }
    >
      <Answer query={statement}>
        {(found) => <Answer query={history}>{(seen) => <Opened statement={found} history={seen} />}</Answer>}
      </Answer>
    </Page>
  );
}

/** What each part of the page is given: what there is, what is looked at, and how to look at something else. */
export interface InHistory {
  readonly statement: StatementView;
  readonly history: HistoryAnswer;
  readonly search: HistorySearch;
  /** `replace` while a hand is on the slider: going back then leads out of the page. */
  readonly go: (search: HistorySearch, replace?: boolean) => void;
}

function Opened({ statement, history }: { statement: StatementView; history: HistoryAnswer }) {
  const { t } = useTranslation(writingHistory);
  const search: HistorySearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const [listed, setListed] = useState(false);
  const go = useCallback(
    (next: HistorySearch, replace = false) => {
      const to = { to: '/statements/$id/history', params: { id: statement.id }, search: next, replace };
      void navigate({ ...to, resetScroll: false } as object);
    },
    [navigate, statement.id],
  );
  const view = search.view ?? 'steps';
  const inHistory: InHistory = { statement, history, search, go };
  const list = (
    <StretchList
      statement={statement}
      history={history}
      current={{
        step: search.version ? null : (search.step ?? history.stretches),
        version: search.version ?? null,
      }}
      onChoose={(moment) => {
        setListed(false);
        go('version' in moment ? { version: moment.version } : { step: moment.step });
      }}
    />
  );
  return (
    <div className={classes.page} data-view={view}>
      <div className={classes.ways}>
        <nav className={classes.views} aria-label={t('history.views')}>
          {historyViews.map((each) => (
            <Link
              key={each}
              to="/statements/$id/history"
              params={{ id: statement.id }}
              {...({ search: searchFor(each, search) } as object)}
              className={classes.view}
              activeOptions={{ exact: true, includeSearch: true }}
              aria-current={each === view ? 'page' : undefined}
            >
              {t(`history.view.${each}`)}
            </Link>
          ))}
        </nav>
        <Button
          variant="default"
          size="compact-md"
          className={classes.list ?? ''}
          onClick={() => setListed(true)}
        >
          {t('history.list')}
        </Button>
      </div>
      <div className={classes.columns}>
        <div className={classes.main}>
          {view === 'steps' && <StepsView {...inHistory} />}
          {view === 'compare' && <CompareView {...inHistory} />}
          {view === 'authors' && <AuthorsView {...inHistory} />}
          {view === 'unread' && <UnreadChanges statement={statement} />}
        </div>
        <aside className={classes.aside} aria-label={t('history.list')}>
          {list}
          <OpenTo statement={statement} history={history} />
        </aside>
      </div>
      <Dialog title={t('history.list')} opened={listed} onClose={() => setListed(false)}>
        {list}
        <OpenTo statement={statement} history={history} />
      </Dialog>
    </div>
  );
}

/** The moment that is looked at goes along from view to view. */
function searchFor(view: HistoryView, { step, version, from, to, as }: HistorySearch): HistorySearch {
  const moment = { ...(step === undefined ? {} : { step }), ...(version === undefined ? {} : { version }) };
  if (view === 'compare')
    return {
      ...{ view, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) },
      ...(as === undefined ? {} : { as }),
    };
  return view === 'steps' ? moment : view === 'authors' ? { view, ...moment } : { view };
}
